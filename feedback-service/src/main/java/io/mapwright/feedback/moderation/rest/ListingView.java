package io.mapwright.feedback.moderation.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mapwright.feedback.moderation.Listing;

import java.util.List;

/** One page in JSON. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ListingView(List<EntryView> items, int page, int pageSize, long total) {

    static ListingView of(Listing listing) {
        return new ListingView(
                listing.entries().stream().map(EntryView::of).toList(),
                listing.page(),
                listing.pageSize(),
                listing.total());
    }
}
