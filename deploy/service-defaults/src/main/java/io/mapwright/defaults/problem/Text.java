package io.mapwright.defaults.problem;

import java.util.Objects;

/**
 * One sentence for people, in both languages.
 *
 * @param zh the Chinese sentence
 * @param en the English sentence
 */
public record Text(String zh, String en) {

    public Text {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** The sentence in {@code language}. */
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
