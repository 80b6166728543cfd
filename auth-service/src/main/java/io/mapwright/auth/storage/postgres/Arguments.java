package io.mapwright.auth.storage.postgres;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of the domain as the PostgreSQL client takes them. */
final class Arguments {

    private Arguments() {}

    static Tuple tuple(Object... arguments) {
        List<Object> values = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            values.add(value(argument));
        }
        return Tuple.from(values);
    }

    static List<Row> rows(RowSet<Row> set) {
        List<Row> rows = new ArrayList<>(set.size());
        set.forEach(rows::add);
        return rows;
    }

    private static Object value(Object argument) {
        return switch (argument) {
            case Optional<?> optional -> optional.map(Arguments::value).orElse(null);
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            default -> argument;
        };
    }
}
