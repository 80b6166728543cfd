package io.mapwright.feedback.submission.rest;

import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.problem.Text;

import java.util.UUID;

/** The answer to a stored feedback. */
record FeedbackAccepted(boolean success, String message, UUID id) {

    private static final Text THANKS = new Text("感谢您的反馈，我们已收到", "Thank you, your feedback has reached us");

    static FeedbackAccepted of(UUID id, Language language) {
        return new FeedbackAccepted(true, THANKS.in(language), id);
    }
}
