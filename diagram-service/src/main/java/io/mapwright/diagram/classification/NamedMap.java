package io.mapwright.diagram.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the diagram a text names as its wish from one that it names as its subject: "a mind map about double bubble
 * maps" wishes for the first and is about the second.
 */
final class NamedMap {

    /** Words directly before the name of what is wished for. */
    private static final Pattern WISH = Pattern.compile(
            "(?:(?:画|做|绘制?|生成|创建|制作|设计|整理成|总结成|变成|转成|用|以|给我|来|出)(?:一?[个张幅份副])?"
                    + "|\\b(?:draw|make|create|generate|build|design|produce|show|give|use|using|with|as|in|into|need|want)"
                    + "(?: me| us)?(?: an?| the| another)?(?: \\w+)?)\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** Words after which names belong to the subject. */
    private static final Pattern SUBJECT_BEGINS = Pattern.compile(
            "关于|有关|介绍|解释|什么是|比较|对比|说明|讲解|分析|描述"
                    + "|\\b(?:about|on|of|regarding|explain(?:ing)?|describ(?:e|ing)|what (?:is|are)|how|compar(?:e|ing)|between|versus|vs)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDS_HERE = Pattern.compile("^\\s*[。．.！!？?吧呢]*\\s*$");

    private NamedMap() {}

    static Verdict wishedIn(String text) {
        var strong = new ArrayList<MapNames.Mention>();
        var weak = new ArrayList<MapNames.Mention>();
        for (var mention : MapNames.in(text)) {
            var before = text.substring(0, mention.start());
            if (WISH.matcher(before).find() || endsTheWish(text, mention)) {
                strong.add(mention);
            } else if (!SUBJECT_BEGINS.matcher(before).find()) {
                weak.add(mention);
            }
        }
        return verdict(strong).or(() -> verdict(weak)).orElse(new Verdict.Open());
    }

    /** Chinese puts what is wished for last: 关于双气泡图的思维导图. */
    private static boolean endsTheWish(String text, MapNames.Mention mention) {
        return mention.start() > 0
                && text.charAt(mention.start() - 1) == '的'
                && ENDS_HERE.matcher(text.substring(mention.end())).matches();
    }

    private static Optional<Verdict> verdict(List<MapNames.Mention> mentions) {
        if (mentions.isEmpty()) {
            return Optional.empty();
        }
        var types = new HashSet<>(mentions.stream().map(MapNames.Mention::type).toList());
        var first = mentions.getFirst().type();
        return Optional.of(types.size() == 1 ? new Verdict.Certain(first) : new Verdict.Likely(first));
    }
}
