package io.mapwright.deploy.local.secrets;

import java.util.random.RandomGenerator;

/** Draws words that nobody can guess. */
final class RandomWords {

    /** Without characters that people take for one another. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

    private static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String INVITATION = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final RandomGenerator random;

    RandomWords(RandomGenerator random) {
        this.random = random;
    }

    /** About 90 bits, easy to type. */
    String password() {
        return draw(READABLE, 4) + "-" + draw(READABLE, 4) + "-" + draw(READABLE, 4) + "-" + draw(READABLE, 4);
    }

    String apiKey() {
        return "mg_" + draw(URL_SAFE, 32);
    }

    String invitation(String organizationCode) {
        return organizationCode + "-" + draw(INVITATION, 5);
    }

    private String draw(String alphabet, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
