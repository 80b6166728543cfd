package io.mapwright.feedback.notification;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One mail, ready to be rendered.
 *
 * @param feedbackId the feedback it is about; every attempt at it bears the same {@code Message-ID}, so that a mail
 *     delivered twice is recognised as one
 * @param subject one line without control characters, whatever the author typed
 * @param about what it says
 */
public record Letter(UUID feedbackId, String subject, OwedMail.Content about) {

    private static final int LONGEST_EXCERPT = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029\\s]+");

    public Letter {
        Objects.requireNonNull(feedbackId, "feedbackId");
        Objects.requireNonNull(about, "about");
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line of printable text");
        }
    }

    /** The letter about what {@code mail} is owed for. */
    public static Letter about(OwedMail mail) {
        return new Letter(mail.feedbackId(), subject(mail.about()), mail.about());
    }

    private static String subject(OwedMail.Content about) {
        String kind =
                about.diagramType().map(type -> "[" + oneLine(type) + "] ").orElse("");
        return ("[Mapwright feedback] " + kind + excerpt(oneLine(about.message()))).strip();
    }

    private static String oneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    private static String excerpt(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_EXCERPT, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
