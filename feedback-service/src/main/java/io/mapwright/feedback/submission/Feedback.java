package io.mapwright.feedback.submission;

import java.util.Objects;
import java.util.Optional;

/**
 * What somebody wrote, as it will be kept.
 *
 * @param message the text, 1..{@value #LONGEST_MESSAGE} characters, not blank
 * @param author who wrote it
 * @param diagramType the type of map that was open
 * @param context a JSON document with which the front end described the situation, kept as it came
 */
public record Feedback(String message, Author author, Optional<String> diagramType, Optional<String> context) {

    public static final int LONGEST_MESSAGE = 5000;

    public Feedback {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(diagramType, "diagramType");
        Objects.requireNonNull(context, "context");
        if (message.isBlank()) {
            throw new IllegalArgumentException("a feedback's message must not be blank");
        }
        if (message.length() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("a feedback's message must have at most " + LONGEST_MESSAGE
                    + " characters, this one has " + message.length());
        }
    }
}
