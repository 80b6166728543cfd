package io.mapwright.diagram.specification;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that stand in a diagram before anybody has written something: those of the {@link DefaultDiagrams}, whatever
 * number they bear, and those of nodes that were just added. They say nothing and never reach a model.
 */
public final class Placeholders {

    private static final Pattern NUMBER = Pattern.compile("[\\s\\d.\\-]+$");

    /** Of nodes that front ends add. */
    private static final Stream<String> FRESH = Stream.of(
            "新节点",
            "新建节点",
            "新属性",
            "新分支",
            "新步骤",
            "新概念",
            "新类别",
            "新部分",
            "点击编辑",
            "new node",
            "new attribute",
            "new branch",
            "new step",
            "new concept",
            "new category",
            "new part",
            "click to edit");

    private static final Set<String> KNOWN = Stream.concat(DefaultDiagrams.texts(), FRESH)
            .map(Placeholders::unnumbered)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private Placeholders() {}

    /** Whether {@code words} are a placeholder rather than content. */
    public static boolean isOne(String words) {
        return KNOWN.contains(unnumbered(words));
    }

    private static String unnumbered(String words) {
        var tidy = Wording.tidy(words).toLowerCase(Locale.ROOT);
        return NUMBER.matcher(tidy).replaceFirst("");
    }
}
