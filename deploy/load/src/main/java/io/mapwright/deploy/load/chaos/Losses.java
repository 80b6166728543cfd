package io.mapwright.deploy.load.chaos;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether anything that was promised got lost.
 *
 * @param feedbacks acknowledged to their senders
 * @param feedbacksMissing of these, whose mail never came
 * @param feedbacksTwice of these, whose mail came more than once
 * @param calls that reached a provider
 * @param events distinct usage facts published for them
 */
public record Losses(int feedbacks, List<String> feedbacksMissing, int feedbacksTwice, int calls, int events) {

    public Losses {
        feedbacksMissing = List.copyOf(feedbacksMissing);
    }

    List<String> violations() {
        List<String> violations = new ArrayList<>();
        if (feedbacks == 0) {
            violations.add("no feedback was stored at all");
        }
        if (!feedbacksMissing.isEmpty()) {
            violations.add("feedbacks without a mail: " + feedbacksMissing);
        }
        if (events < calls) {
            violations.add((calls - events) + " provider calls without a usage event");
        }
        if (events > calls) {
            violations.add((events - calls) + " usage events without a provider call");
        }
        return violations;
    }

    String text() {
        return "feedbacks acknowledged %d, mailed %d (twice: %d); provider calls %d, usage events %d"
                .formatted(feedbacks, feedbacks - feedbacksMissing.size(), feedbacksTwice, calls, events);
    }
}
