package io.mapwright.feedback.submission;

/**
 * Whose allowance a submission uses up: a signed-in user's own, or that of the network of somebody who is not signed
 * in.
 *
 * @param key distinguishes senders; never shown to anybody
 */
public record Sender(String key) {

    public Sender {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a sender's key must not be blank");
        }
    }

    /** The signed-in user {@code id}, wherever they are. */
    public static Sender user(String id) {
        return new Sender("user:" + id);
    }

    /** Everybody not signed in who comes from {@code network}. */
    public static Sender network(String network) {
        return new Sender("network:" + network);
    }
}
