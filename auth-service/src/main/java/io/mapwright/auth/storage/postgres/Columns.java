package io.mapwright.auth.storage.postgres;

import io.vertx.mutiny.sqlclient.Row;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Values of the domain as they come out of a row. */
public final class Columns {

    private Columns() {}

    /** A moment that is always there. */
    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /** A moment that may be missing. */
    public static Optional<Instant> optionalInstant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    /** A number that may be missing. */
    public static Optional<Long> optionalLong(Row row, String column) {
        return Optional.ofNullable(row.getLong(column));
    }
}
