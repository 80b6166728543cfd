package io.mapwright.auth.credential;

import java.util.random.RandomGenerator;

/** Makes the passwords that an administrator hands to somebody who lost theirs. */
public final class OneTimePassword {

    /** Nothing that looks like something else on paper. */
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 14;

    private OneTimePassword() {}

    /** Fourteen random characters, about 81 bits. */
    public static Password random(RandomGenerator random) {
        StringBuilder plain = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            plain.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return new Password(plain.toString());
    }
}
