package io.mapwright.llmgateway.metering.redis;

import jakarta.inject.Singleton;

import java.util.UUID;

/** The name of this process among the replicas; a restarted one is somebody else. */
@Singleton
final class Replica {

    private final String name = UUID.randomUUID().toString();

    String name() {
        return name;
    }
}
