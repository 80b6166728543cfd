package io.mapwright.auth.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code auth.storage}: how long to wait for PostgreSQL and Redis before answering 503. */
@ConfigMapping(prefix = "auth.storage")
public interface StorageConfig {

    /** Longest time of one piece of work in PostgreSQL, the wait for its connection included. */
    @WithDefault("2s")
    Duration sqlTimeout();

    /** Longest time of one command in Redis, the wait for its connection included. */
    @WithDefault("2s")
    Duration redisTimeout();
}
