package io.mapwright.feedback.submission.postgres;

import io.mapwright.defaults.database.Schema;
import io.mapwright.defaults.problem.Outage;
import io.mapwright.feedback.submission.Author;
import io.mapwright.feedback.submission.Feedback;
import io.mapwright.feedback.submission.FeedbackStore;
import io.mapwright.feedback.submission.StoreUnavailableException;
import io.mapwright.feedback.submission.SubmissionConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Stores a feedback and the request to mail it with one statement, which is one transaction and one round trip. */
@ApplicationScoped
final class PostgresFeedbackStore implements FeedbackStore {

    private static final String STORE = """
            with stored as (
                insert into feedback
                    (message, user_id, user_name, user_verified, organization_id, diagram_type, context)
                values ($1, $2, $3, $4, $5, $6, $7)
                returning id
            )
            insert into email_outbox (feedback_id) select id from stored returning feedback_id
            """;

    private final Pool pool;
    private final Schema schema;
    private final SubmissionConfig config;

    PostgresFeedbackStore(Pool pool, Schema schema, SubmissionConfig config) {
        this.pool = pool;
        this.schema = schema;
        this.config = config;
    }

    @Override
    public Uni<UUID> store(Feedback feedback) {
        if (!schema.isReady()) {
            return Uni.createFrom().failure(new StoreUnavailableException("the schema is not migrated yet"));
        }
        return pool.withConnection(connection -> connection.preparedQuery(STORE).execute(values(feedback)))
                .map(rows -> rows.iterator().next().getUUID("feedback_id"))
                .ifNoItem()
                .after(config.storeLimit())
                .fail()
                .onFailure(Outage::isBehind)
                .transform(failure -> new StoreUnavailableException(failure.toString(), failure));
    }

    private static Tuple values(Feedback feedback) {
        Author author = feedback.author();
        return Tuple.from(Arrays.asList(
                feedback.message(),
                nullable(author.userId()),
                nullable(author.userName()),
                author.verified(),
                nullable(author.organization()),
                nullable(feedback.diagramType()),
                nullable(feedback.context())));
    }

    private static String nullable(Optional<String> value) {
        return value.orElse(null);
    }
}
