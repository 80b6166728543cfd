package io.mapwright.defaults.problem;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.Optional;

/** The SQLSTATE of a failure, as JDBC and the reactive PostgreSQL client report it. */
record SqlState(String code) {

    private static final String REACTIVE_EXCEPTION = "io.vertx.pgclient.PgException";

    static Optional<SqlState> of(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return Optional.ofNullable(sql.getSQLState()).map(SqlState::new);
        }
        if (failure.getClass().getName().equals(REACTIVE_EXCEPTION)) {
            try {
                Object state = failure.getClass().getMethod("getSqlState").invoke(failure);
                return Optional.ofNullable((String) state).map(SqlState::new);
            } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException changed) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the server, not the statement, is to blame: connection exceptions (08), insufficient resources (53),
     * operator intervention such as a shutdown or a start-up (57P). PostgreSQL manual, appendix A.
     */
    boolean isOutage() {
        return code.startsWith("08") || code.startsWith("53") || code.startsWith("57P");
    }
}
