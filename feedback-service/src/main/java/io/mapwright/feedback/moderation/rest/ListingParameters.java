package io.mapwright.feedback.moderation.rest;

import io.mapwright.feedback.moderation.Listing;
import io.mapwright.feedback.moderation.MailState;
import io.mapwright.feedback.moderation.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/** The query of a listing. */
record ListingParameters(
        @RestQuery @Nullable @Pattern(regexp = "new|read|done")
        String status,

        @RestQuery("mail_state") @Nullable @Pattern(regexp = "pending|sending|sent|failed")
        String mailState,

        @RestQuery @DefaultValue("1") @Min(1) @Max(1_000_000)
        int page,

        @RestQuery("page_size") @DefaultValue("20") @Min(1) @Max(100)
        int pageSize) {

    Listing.Query query() {
        return new Listing.Query(
                Optional.ofNullable(status).map(name -> Status.valueOf(name.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(mailState).map(name -> MailState.valueOf(name.toUpperCase(Locale.ROOT))),
                page,
                pageSize);
    }
}
