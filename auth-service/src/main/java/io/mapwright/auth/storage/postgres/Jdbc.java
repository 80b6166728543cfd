package io.mapwright.auth.storage.postgres;

import jakarta.enterprise.context.ApplicationScoped;

import javax.sql.DataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL over blocking JDBC, for what happens at start and for writing in bulk. Every call takes a connection of
 * its own, blocks, and must not be made on an event loop.
 */
@ApplicationScoped
public class Jdbc {

    private final DataSource source;

    Jdbc(DataSource source) {
        this.source = source;
    }

    /** Runs one statement that answers with rows, and reads each of them. */
    public <T> List<T> query(Reading<T> reading, String sql, Object... arguments) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reading.read(rows));
            }
            return result;
        }
    }

    /** Runs one statement that changes something. */
    public void update(String sql, Object... arguments) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, arguments)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, value(connection, arguments[i]));
        }
        return statement;
    }

    private static Object value(Connection connection, Object argument) throws SQLException {
        return switch (argument) {
            case Optional<?> optional when optional.isEmpty() -> null;
            case Optional<?> optional -> value(connection, optional.get());
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case ColumnOf column -> array(connection, column);
            default -> argument;
        };
    }

    private static Array array(Connection connection, ColumnOf column) throws SQLException {
        return connection.createArrayOf(column.type(), column.values().toArray());
    }

    /**
     * One column of many rows, passed as a PostgreSQL array for {@code unnest}.
     *
     * @param type PostgreSQL's name of the element type
     */
    public record ColumnOf(String type, List<?> values) {}

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {

        /** The value of the row on which {@code rows} stands. */
        T read(ResultSet rows) throws SQLException;
    }
}
