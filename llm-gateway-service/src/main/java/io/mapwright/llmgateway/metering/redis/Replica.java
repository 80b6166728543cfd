package io.mapwright.llmgateway.metering.redis;

import jakarta.inject.Singleton;

import java.util.UUID;
import java.util.function.Supplier;

/** The name of this process among the replicas; a restarted one is somebody else. */
@Singleton
final class Replica {

    private final String name;

    Replica(Supplier<UUID> ids) {
        this.name = ids.get().toString();
    }

    String name() {
        return name;
    }
}
