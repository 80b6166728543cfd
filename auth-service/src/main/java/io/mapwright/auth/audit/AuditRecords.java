package io.mapwright.auth.audit;

import io.smallrye.mutiny.Multi;

import java.util.Optional;

/** The records, for those who want to know. */
public interface AuditRecords {

    /**
     * The latest records, the latest first.
     *
     * @param organization whose; empty for all
     * @param before only records with a smaller id; empty for the latest of all
     * @param count at most so many
     */
    Multi<AuditRecord> latest(Optional<Long> organization, Optional<Long> before, int count);
}
