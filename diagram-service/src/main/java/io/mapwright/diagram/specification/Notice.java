package io.mapwright.diagram.specification;

import io.mapwright.defaults.problem.Text;

/**
 * Something of the model's answer that is not in the diagram.
 *
 * @param text the sentence that tells the user
 */
public record Notice(Text text) {

    /** The answer ended early. */
    public static Notice truncated() {
        return new Notice(new Text("模型的回答不完整，已恢复可用的部分", "The model's answer was cut off; what arrived was kept"));
    }

    static Notice trimmed(String member, int kept, int came) {
        return new Notice(new Text(
                "“%s”有 %d 项，保留了前 %d 项".formatted(member, came, kept),
                "\"%s\" had %d entries; the first %d were kept".formatted(member, came, kept)));
    }

    static Notice dropped(String member, int count) {
        return new Notice(new Text(
                "“%s”中有 %d 项不完整或无法对应，已略去".formatted(member, count),
                "%2$d entries of \"%1$s\" were incomplete or matched nothing and were left out"
                        .formatted(member, count)));
    }

    static Notice shortened(String member, int count) {
        return new Notice(new Text(
                "“%s”中有 %d 项过长，已缩短".formatted(member, count),
                "%2$d entries of \"%1$s\" were too long and were shortened".formatted(member, count)));
    }
}
