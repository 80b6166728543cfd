package io.mapwright.auth.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person is called.
 *
 * @param value 2 to 64 characters without digits and without blanks around them
 */
public record PersonName(String value) {

    /** The form of a name as a regular expression; blanks around it must have been removed. */
    public static final String FORM = "[^\\p{Nd}\\p{Cc}]{2,64}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public PersonName {
        if (!isName(value)) {
            throw new IllegalArgumentException("a name has 2 to 64 characters and no digits");
        }
    }

    /** The name in {@code text}, blanks around it removed; empty when it is none. */
    public static Optional<PersonName> parse(String text) {
        String name = text.strip();
        return isName(name) ? Optional.of(new PersonName(name)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return text.equals(text.strip()) && PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
