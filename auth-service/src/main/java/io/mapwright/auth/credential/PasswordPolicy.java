package io.mapwright.auth.credential;

/** What a new password must be like. Length protects; rules about character classes only make people write it down. */
public final class PasswordPolicy {

    /** Fewest characters of a new password. */
    public static final int SHORTEST = 8;

    private PasswordPolicy() {}

    /** Whether {@code plain} may become a password. */
    public static boolean accepts(String plain) {
        return plain.codePointCount(0, plain.length()) >= SHORTEST && plain.length() <= Password.LONGEST;
    }
}
