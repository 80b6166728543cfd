package io.mapwright.auth.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code auth.password}: the price of a password check, and how many may be under way. */
@ConfigMapping(prefix = "auth.password")
public interface PasswordConfig {

    /** Memory of one Argon2id computation in KiB, at least 8192. Passwords are hashed anew on login when this changes. */
    @WithDefault("19456")
    int memoryKib();

    /** Passes of one Argon2id computation over its memory, at least 1. */
    @WithDefault("2")
    int iterations();

    /** Computations at the same time on this replica, at least 1; each keeps one core busy. */
    @WithDefault("2")
    int threads();

    /** Computations that may wait for a thread, at least 1; beyond it a login is answered 503 at once. */
    @WithDefault("64")
    int queue();

    /** What a refused login is told to wait. */
    @WithDefault("2s")
    Duration retryAfter();
}
