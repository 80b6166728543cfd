package io.mapwright.auth.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile number of mainland China, by which people log in. Its text form is masked, so that it can't slip into a log.
 *
 * @param digits eleven digits, the first of them 1
 */
public record PhoneNumber(String digits) {

    /** The form of a number as a regular expression. */
    public static final String FORM = "1[0-9]{10}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public PhoneNumber {
        if (!PATTERN.matcher(digits).matches()) {
            throw new IllegalArgumentException("a phone number has 11 digits and starts with 1");
        }
    }

    /** The number in {@code text}; empty when it has not the form of one. */
    public static Optional<PhoneNumber> parse(String text) {
        return PATTERN.matcher(text).matches() ? Optional.of(new PhoneNumber(text)) : Optional.empty();
    }

    /** The number with its middle hidden: {@code 138****5678}. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
