package io.mapwright.llmgateway.metering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code gateway.metering}. */
@ConfigMapping(prefix = "gateway.metering")
public interface MeteringConfig {

    /** How often the outbox is emptied. */
    @WithDefault("1s")
    Duration relayEvery();

    /** How often a replica says that it lives and looks after the others. */
    @WithDefault("2s")
    Duration beatEvery();

    /** A replica that has been silent this long counts as dead. At least three beats. */
    @WithDefault("10s")
    Duration deadAfter();

    /** How long the role of the relay is kept without asking again. */
    @WithDefault("10s")
    Duration relayLease();

    /** Events published together, from 1 up. */
    @WithDefault("500")
    int batch();

    /** Records that may wait in memory while the store is away; beyond it the oldest are lost, counted and logged. */
    @WithDefault("50000")
    int waitingRecords();

    /** How long one exchange with the store may take. */
    @WithDefault("2s")
    Duration storeTimeout();
}
