package io.mapwright.auth.credential;

/**
 * A password in plain text, on its way to be hashed. Its text form shows nothing.
 *
 * @param plain 1 to 128 characters; what a new password needs beyond that is {@link PasswordPolicy}'s business
 */
public record Password(String plain) {

    /** More would only cost time to hash. */
    public static final int LONGEST = 128;

    public Password {
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new IllegalArgumentException("a password has 1 to 128 characters, not " + plain.length());
        }
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
