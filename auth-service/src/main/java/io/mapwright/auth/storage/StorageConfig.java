package io.mapwright.auth.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code auth.storage}: how long to wait for PostgreSQL and Redis before answering 503. */
@ConfigMapping(prefix = "auth.storage")
public interface StorageConfig {

    /** Longest wait for a connection to be opened to PostgreSQL. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** Longest wait for a free connection of the pool. */
    @WithDefault("1500ms")
    Duration acquireTimeout();

    /** Requests that may wait for a connection; beyond it they are answered 503 at once. */
    @WithDefault("256")
    int acquireQueue();

    /** Longest time of one piece of work in PostgreSQL, the wait for its connection included. */
    @WithDefault("2s")
    Duration sqlTimeout();

    /** Longest time of one command in Redis, the wait for its connection included. */
    @WithDefault("2s")
    Duration redisTimeout();

    /** Pause between two attempts to bring the schema up to date while PostgreSQL is away. */
    @WithDefault("2s")
    Duration migrationRetry();
}
