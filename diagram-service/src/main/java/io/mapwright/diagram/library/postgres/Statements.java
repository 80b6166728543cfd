package io.mapwright.diagram.library.postgres;

import io.mapwright.defaults.database.Schema;
import io.mapwright.defaults.problem.Problems;
import io.mapwright.diagram.library.LibraryConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Runs single statements, bounded in time, once the schema is there. */
@Singleton
final class Statements {

    private final Pool pool;
    private final Schema schema;
    private final LibraryConfig config;

    Statements(Pool pool, Schema schema, LibraryConfig config) {
        this.pool = pool;
        this.schema = schema;
        this.config = config;
    }

    Uni<RowSet<Row>> run(String sql, Tuple values) {
        if (!schema.isReady()) {
            return Uni.createFrom()
                    .failure(() -> Problems.unavailable(new IllegalStateException("the schema is not migrated yet")));
        }
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(values))
                .ifNoItem()
                .after(config.statementLimit())
                .fail();
    }
}
