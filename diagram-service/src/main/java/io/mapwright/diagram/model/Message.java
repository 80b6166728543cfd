package io.mapwright.diagram.model;

/** One message of a conversation with a model. */
public record Message(Role role, String content) {

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /** Instructions of this service. */
    public static Message system(String content) {
        return new Message(Role.SYSTEM, content);
    }

    /** What the model is to work on. */
    public static Message user(String content) {
        return new Message(Role.USER, content);
    }

    /** What the model has answered before. */
    public static Message assistant(String content) {
        return new Message(Role.ASSISTANT, content);
    }

    /** The role only: what people write does not belong in a log. */
    @Override
    public String toString() {
        return "Message[" + role + ", " + content.length() + " characters]";
    }
}
