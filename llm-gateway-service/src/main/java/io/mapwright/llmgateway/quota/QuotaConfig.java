package io.mapwright.llmgateway.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Map;

/** Settings under {@code gateway.quota}: the parts that do not depend on the provider. */
@ConfigMapping(prefix = "gateway.quota")
public interface QuotaConfig {

    /** Where the ledger is kept: {@code redis} for all replicas together, {@code memory} for a single process. */
    @WithDefault("redis")
    Store store();

    /** How long a replica's permits survive its silence. From 2 s up; a shorter lease frees a dead replica's permits sooner. */
    @WithDefault("10s")
    Duration lease();

    /** How often a replica that holds permits or has callers in line speaks to the ledger at least. Less than half the lease. */
    @WithDefault("1s")
    Duration heartbeat();

    /** How often a replica that does not speaks to the ledger, so that the others know how many they are. */
    @WithDefault("3s")
    Duration idleHeartbeat();

    /** How long one exchange with the ledger may take before it is given up. */
    @WithDefault("250ms")
    Duration callTimeout();

    /** Callers that may stand in line per scope, class and replica. */
    @WithDefault("20000")
    int lineLength();

    /** Longest wait that is ever accepted, whatever the caller's patience. */
    @WithDefault("10m")
    Duration longestWait();

    /** Share of the rate that a class keeps while it has work, in percent, for the classes below interactive. */
    Floors floors();

    /** Share of the limit spent while the ledger cannot be reached, all replicas together; above 0 and at most 0.95. */
    @WithDefault("0.8")
    double shareWithoutLedger();

    /** Replicas assumed when the ledger was never reached since the start; at least 1. */
    @WithDefault("6")
    int assumedReplicas();

    /**
     * Number of this set of limits, 0 or more. While replicas with different limits run side by side the ledger follows those
     * with the highest number, so raise it together with limits in a rollout.
     */
    @WithDefault("0")
    long limitsVersion();

    /** Weight of an organization relative to the others, 1 when not listed. */
    Map<String, Double> weights();

    /** See {@link #store()}. */
    enum Store {
        REDIS,
        MEMORY
    }

    /** See {@link #floors()}. */
    interface Floors {

        /** Of the standard class, 0 to 50. */
        @WithDefault("10")
        int standard();

        /** Of the background class, 0 to 50. */
        @WithDefault("5")
        int background();
    }
}
