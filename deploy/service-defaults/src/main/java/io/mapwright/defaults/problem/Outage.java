package io.mapwright.defaults.problem;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Tells an outage of something a service depends on (answered 503) from a bug (answered 500).
 *
 * <p>Clients of PostgreSQL, Redis and Kafka are recognised by the names of their exceptions, so that this module
 * depends on none of them.
 */
public final class Outage {

    private static final int DEEPEST_CAUSE = 12;

    private static final Set<String> SIGNS = Set.of(
            "io.agroal.api.exceptions.AgroalException",
            "io.netty.channel.ConnectTimeoutException",
            "io.netty.channel.StacklessClosedChannelException",
            "io.netty.resolver.dns.DnsNameResolverTimeoutException",
            "io.smallrye.mutiny.TimeoutException",
            "io.vertx.core.http.ConnectionPoolTooBusyException",
            "io.vertx.core.http.HttpClosedException",
            "io.vertx.redis.client.impl.RedisConnectException",
            "io.vertx.sqlclient.ClosedConnectionException",
            "org.apache.kafka.common.KafkaException",
            "org.apache.kafka.common.errors.RetriableException",
            "org.apache.kafka.common.errors.TimeoutException",
            "org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException",
            "org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException",
            "org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException",
            "org.hibernate.exception.JDBCConnectionException",
            "org.hibernate.exception.LockAcquisitionException");

    private static final Set<String> SIGNS_IN_TEXT = Set.of(
            "connection is closed",
            "connection was closed",
            "connection_closed",
            "connection closed",
            "connection reset",
            "connection refused",
            "failed to connect",
            "waiting for connection",
            "maximum wait queue size",
            "pool closed",
            "redis waiting queue",
            "loading redis is loading",
            "readonly you can't write",
            "timeout");

    private Outage() {}

    /** Whether {@code failure}, or one of its causes, says that a dependency is gone, closed, overloaded or too slow. */
    public static boolean isBehind(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST_CAUSE; depth++) {
            if (isOne(current)) {
                return true;
            }
            current = current.getCause() == current ? null : current.getCause();
        }
        return false;
    }

    private static boolean isOne(Throwable failure) {
        return isIoFailure(failure) || isSqlOutage(failure) || namedLikeOne(failure.getClass()) || saysSo(failure);
    }

    private static boolean isIoFailure(Throwable failure) {
        // Jackson's exceptions are IOExceptions about the content, not about a connection.
        return failure instanceof ClosedChannelException
                || failure instanceof TimeoutException
                || failure instanceof IOException
                        && failure.getClass().getName().startsWith("java.");
    }

    private static boolean isSqlOutage(Throwable failure) {
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || SqlState.of(failure).filter(SqlState::isOutage).isPresent();
    }

    private static boolean namedLikeOne(Class<?> type) {
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            if (SIGNS.contains(current.getName())) {
                return true;
            }
        }
        return false;
    }

    /** Vert.x reports some outages as bare throwables that only their text tells apart. */
    private static boolean saysSo(Throwable failure) {
        String type = failure.getClass().getName();
        if (failure.getMessage() == null || !(type.startsWith("io.vertx.") || type.startsWith("io.quarkus.redis"))) {
            return false;
        }
        String text = failure.getMessage().toLowerCase(java.util.Locale.ROOT);
        return SIGNS_IN_TEXT.stream().anyMatch(text::contains);
    }
}
