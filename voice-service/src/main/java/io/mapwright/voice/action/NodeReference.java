package io.mapwright.voice.action;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the node that somebody means. Whatever could mean two nodes means none. */
final class NodeReference {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:node|step|branch|number|no\\.?|#)?\\s*(\\d{1,3})(?:st|nd|rd|th)?(?:\\s+(?:node|one|step))?");
    private static final Pattern CHINESE_NUMBER =
            Pattern.compile("第\\s*([一二两三四五六七八九十\\d]{1,3})\\s*(?:个|步|项)?(?:节点|分支)?");
    private static final Pattern FILLER =
            Pattern.compile("^(?:the|node|节点)\\s*|\\s*(?:node|one|节点)$", Pattern.CASE_INSENSITIVE);
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final String CHINESE_DIGITS = "零一二三四五六七八九十";
    private static final Set<String> THIS = Set.of("this", "it", "selected", "这个", "它", "选中的");

    private final DiagramContext context;

    NodeReference(DiagramContext context) {
        this.context = context;
    }

    Optional<DiagramNode> resolve(String reference) {
        String wanted = reference.strip();
        String bare = plain(wanted);
        if (wanted.isEmpty() || bare.isEmpty() || THIS.contains(bare)) {
            return selectedOne();
        }
        return byId(wanted)
                .or(() -> only(context.nodes().stream()
                        .filter(node -> fold(node.text()).equals(fold(wanted))
                                || fold(node.text()).equals(bare))
                        .toList()))
                .or(() -> position(bare).flatMap(this::at))
                .or(() -> only(context.nodes().stream()
                        .filter(node -> overlaps(fold(node.text()), bare))
                        .toList()));
    }

    private Optional<DiagramNode> selectedOne() {
        return context.selected().size() == 1 ? byId(context.selected().getFirst()) : Optional.empty();
    }

    private Optional<DiagramNode> byId(String id) {
        return context.nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    private Optional<DiagramNode> at(int position) {
        int index = position < 0 ? context.nodes().size() - 1 : position - 1;
        return index >= 0 && index < context.nodes().size()
                ? Optional.of(context.nodes().get(index))
                : Optional.empty();
    }

    private static Optional<DiagramNode> only(List<DiagramNode> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /** Counted from 1; -1 is the last. */
    private static Optional<Integer> position(String reference) {
        if (reference.equals("last") || reference.equals("最后一个")) {
            return Optional.of(-1);
        }
        if (ORDINALS.contains(reference)) {
            return Optional.of(ORDINALS.indexOf(reference) + 1);
        }
        Matcher number = NUMBER.matcher(reference);
        if (number.matches()) {
            return Optional.of(Integer.parseInt(number.group(1)));
        }
        Matcher chinese = CHINESE_NUMBER.matcher(reference);
        return chinese.matches() ? chinese(chinese.group(1)) : Optional.empty();
    }

    private static Optional<Integer> chinese(String digits) {
        if (digits.chars().allMatch(Character::isDigit)) {
            return Optional.of(Integer.parseInt(digits));
        }
        String numeral = digits.replace('两', '二');
        return numeral.length() == 1 && CHINESE_DIGITS.contains(numeral)
                ? Optional.of(CHINESE_DIGITS.indexOf(numeral))
                : Optional.empty();
    }

    private static boolean overlaps(String text, String reference) {
        return text.contains(reference) || reference.contains(text);
    }

    private static String plain(String reference) {
        return FILLER.matcher(fold(reference)).replaceAll("").strip();
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
