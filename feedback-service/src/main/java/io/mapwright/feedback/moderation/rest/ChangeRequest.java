package io.mapwright.feedback.moderation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mapwright.feedback.moderation.Change;
import io.mapwright.feedback.moderation.Status;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** What to change: a status, a failed mail to renew, or both. */
record ChangeRequest(
        @Nullable NewStatus status,
        @JsonProperty("retry_mail") @Nullable Boolean retryMail) {

    boolean isEmpty() {
        return status == null && !Boolean.TRUE.equals(retryMail);
    }

    Change to(UUID id, String administrator) {
        return new Change(
                id,
                Optional.ofNullable(status).map(chosen -> Status.valueOf(chosen.name())),
                Boolean.TRUE.equals(retryMail),
                administrator);
    }

    /** Statuses as JSON spells them. */
    enum NewStatus {
        @JsonProperty("new")
        NEW,
        @JsonProperty("read")
        READ,
        @JsonProperty("done")
        DONE
    }
}
