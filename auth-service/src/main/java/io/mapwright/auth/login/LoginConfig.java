package io.mapwright.auth.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code auth.login}. */
@ConfigMapping(prefix = "auth.login")
public interface LoginConfig {

    /** How people come in; told to the front end. */
    @WithDefault("standard")
    Mode mode();

    /** Failures in a row after which a phone number is locked, at least 1. */
    @WithDefault("10")
    int failuresBeforeLock();

    /** How long a phone number stays locked. */
    @WithDefault("5m")
    Duration lockDuration();

    /** Time without a login attempt after which earlier failures are forgotten; longer than the lock. */
    @WithDefault("1h")
    Duration failureMemory();

    /** The ways in. */
    enum Mode {
        /** Everybody has an account of their own. */
        STANDARD,
        /** Everybody with the passkey shares one account. */
        DEMO
    }
}
