package io.mapwright.feedback.moderation;

import java.util.List;
import java.util.Optional;

/**
 * One page of feedback, newest first.
 *
 * @param entries the feedback on this page
 * @param page which page, counted from 1
 * @param pageSize most entries on a page
 * @param total entries on all pages
 */
public record Listing(List<Entry> entries, int page, int pageSize, long total) {

    public Listing {
        entries = List.copyOf(entries);
    }

    /**
     * Which feedback to list.
     *
     * @param status only of this status
     * @param mailState only with a mail of this state
     * @param page which page, counted from 1
     * @param pageSize most entries on a page, 1 or more
     */
    public record Query(Optional<Status> status, Optional<MailState> mailState, int page, int pageSize) {

        public Query {
            if (page < 1 || pageSize < 1) {
                throw new IllegalArgumentException(
                        "pages are counted from 1 and hold at least 1 entry, not " + page + " and " + pageSize);
            }
        }

        /** Entries on the pages before this one. */
        public long offset() {
            return (page - 1L) * pageSize;
        }
    }
}
