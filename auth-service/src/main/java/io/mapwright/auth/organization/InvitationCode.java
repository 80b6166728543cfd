package io.mapwright.auth.organization;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The code an organization hands to its people: whoever registers with it becomes a member.
 *
 * @param value four capital letters, a dash, five of A-Z and 0-9
 */
public record InvitationCode(String value) {

    /** The form of a code as a regular expression. */
    public static final String FORM = "[A-Z]{4}-[A-Z0-9]{5}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";

    public InvitationCode {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("an invitation code looks like DEMO-A1B2C");
        }
    }

    /** The code in {@code text}, which people also type in lower case; empty when it has not the form of one. */
    public static Optional<InvitationCode> parse(String text) {
        String typed = text.strip().toUpperCase(java.util.Locale.ROOT);
        return PATTERN.matcher(typed).matches() ? Optional.of(new InvitationCode(typed)) : Optional.empty();
    }

    /** A code that nobody can guess from another one. */
    public static InvitationCode random(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        code.append('-');
        for (int i = 0; i < 5; i++) {
            code.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return new InvitationCode(code.toString());
    }
}
