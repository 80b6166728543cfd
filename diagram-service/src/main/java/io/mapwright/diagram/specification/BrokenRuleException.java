package io.mapwright.diagram.specification;

import io.mapwright.defaults.problem.Text;

/** A diagram would break a rule of its type. */
final class BrokenRuleException extends IllegalArgumentException {

    private final transient Text rule;

    private BrokenRuleException(Text rule) {
        super(rule.en());
        this.rule = rule;
    }

    Text rule() {
        return rule;
    }

    /** Throws the rule, told so that a person and a model understand what to change, unless it is kept. */
    static void unless(boolean kept, String zh, String en) {
        if (!kept) {
            throw new BrokenRuleException(new Text(zh, en));
        }
    }

    /** The rule that a text is not blank. */
    static void unlessPresent(String text, String member) {
        unless(!text.isBlank(), "“%s”不能为空".formatted(member), "\"%s\" must not be empty".formatted(member));
    }

    /** The rule that a list has at least {@code least} entries. */
    static void unlessAtLeast(int size, int least, String member) {
        unless(
                size >= least,
                "“%s”至少需要 %d 项，现在有 %d 项".formatted(member, least, size),
                "\"%s\" needs at least %d entries, came %d".formatted(member, least, size));
    }

    /** The rule that a list has between {@code least} and {@code most} entries. */
    static void unlessWithin(int size, int least, int most, String member) {
        unless(
                size >= least && size <= most,
                "“%s”需要 %d 到 %d 项，现在有 %d 项".formatted(member, least, most, size),
                "\"%s\" needs %d to %d entries, came %d".formatted(member, least, most, size));
    }
}
