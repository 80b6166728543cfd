package io.mapwright.feedback.submission.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mapwright.feedback.submission.Author;
import io.mapwright.feedback.submission.Captcha;
import io.mapwright.feedback.submission.Feedback;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The body of a submission. A signed-in user's token wins over {@code user_id}. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record FeedbackRequest(
        @NotBlank @Size(max = Feedback.LONGEST_MESSAGE) String message,
        @NotBlank @Size(max = 64) String captchaId,
        @NotBlank @Size(max = 16) String captcha,
        @Nullable @Size(max = 64) String userId,
        @Nullable @Size(max = 100) String userName,
        @Nullable @Size(max = 50) String diagramType,
        @Nullable @ShortJson(max = 16_384) JsonNode context) {

    Captcha.Answer answer() {
        return new Captcha.Answer(captchaId, captcha);
    }

    Feedback feedbackOf(String verifiedUser, Optional<String> organization) {
        return feedback(new Author(Optional.of(verifiedUser), text(userName), organization, true));
    }

    Feedback feedbackOfAStranger() {
        return feedback(new Author(text(userId), text(userName), Optional.empty(), false));
    }

    private Feedback feedback(Author author) {
        return new Feedback(
                storable(message),
                author,
                text(diagramType),
                Optional.ofNullable(context).filter(json -> !json.isNull()).map(JsonNode::toString));
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(FeedbackRequest::storable)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** PostgreSQL keeps every character but this one, which nobody can type. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
