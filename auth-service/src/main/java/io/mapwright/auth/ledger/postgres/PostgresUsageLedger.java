package io.mapwright.auth.ledger.postgres;

import io.mapwright.auth.ledger.CalendarDays;
import io.mapwright.auth.ledger.UsageEvent;
import io.mapwright.auth.ledger.UsageLedger;
import io.mapwright.auth.storage.postgres.Jdbc;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a batch and all its sums with one statement over JDBC, on a worker thread. */
@ApplicationScoped
class PostgresUsageLedger implements UsageLedger {

    private final Jdbc jdbc;
    private final UsageColumns columns;

    PostgresUsageLedger(Jdbc jdbc, CalendarDays days) {
        this.jdbc = jdbc;
        this.columns = new UsageColumns(days);
    }

    @Override
    public Uni<Recorded> record(List<UsageEvent> events) {
        return Uni.createFrom().item(() -> write(events)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Recorded write(List<UsageEvent> events) {
        if (events.isEmpty()) {
            return new Recorded(0, 0, List.of());
        }
        Optional<Integer> added = insert(events);
        if (added.isPresent()) {
            return new Recorded(added.get(), events.size() - added.get(), List.of());
        }
        return events.size() == 1 ? new Recorded(0, 0, events) : writeOneByOne(events);
    }

    /** One event spoils the batch: find it, and keep the others. */
    private Recorded writeOneByOne(List<UsageEvent> events) {
        int added = 0;
        int known = 0;
        List<UsageEvent> refused = new ArrayList<>();
        for (UsageEvent event : events) {
            Recorded one = write(List.of(event));
            added += one.added();
            known += one.known();
            refused.addAll(one.refused());
        }
        return new Recorded(added, known, refused);
    }

    /** How many were new; empty when PostgreSQL can't hold one of them. */
    private Optional<Integer> insert(List<UsageEvent> events) {
        try {
            return Optional.of(jdbc.query(rows -> rows.getInt("added"), UsageSql.RECORD, columns.of(events))
                    .getFirst());
        } catch (SQLException failure) {
            if (isAboutContent(failure)) {
                return Optional.empty();
            }
            throw new LedgerUnavailableException(failure);
        }
    }

    /** Classes 22 (data exception) and 23 (constraint violation): trying again would not help. */
    private static boolean isAboutContent(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return state.startsWith("22") || state.startsWith("23");
    }

    /** The events are not written, or it is unknown whether they are. */
    private static final class LedgerUnavailableException extends RuntimeException {

        private LedgerUnavailableException(SQLException cause) {
            super("the usage ledger could not be written", cause);
        }
    }
}
