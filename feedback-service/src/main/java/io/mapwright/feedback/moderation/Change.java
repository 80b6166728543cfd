package io.mapwright.feedback.moderation;

import java.util.Optional;
import java.util.UUID;

/**
 * What an administrator wants changed; all of it happens, or nothing.
 *
 * @param id the feedback
 * @param status its new status
 * @param renewMail whether a failed mail is to be asked for again
 * @param by the administrator's user id
 */
public record Change(UUID id, Optional<Status> status, boolean renewMail, String by) {

    /** What became of it. */
    public sealed interface Outcome {

        /** It is done; {@code entry} is how the feedback stands now. */
        record Done(Entry entry) implements Outcome {}

        /** Nothing changed: there is no such feedback. */
        record Unknown() implements Outcome {}

        /** Nothing changed: only a failed mail can be renewed, and this one is {@code state}. */
        record MailNotFailed(MailState state) implements Outcome {}
    }
}
