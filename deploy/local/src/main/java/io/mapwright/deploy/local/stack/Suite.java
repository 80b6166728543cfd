package io.mapwright.deploy.local.stack;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The five services, with the ports that are theirs everywhere. */
public enum Suite {
    AUTH("auth-service", 8081, Optional.of("auth"), Set.of("postgres", "redis")),
    DIAGRAM("diagram-service", 8082, Optional.of("diagram"), Set.of("postgres", "redis")),
    LLM_GATEWAY("llm-gateway-service", 8083, Optional.empty(), Set.of("redis")),
    VOICE("voice-service", 8084, Optional.empty(), Set.of("redis")),
    FEEDBACK("feedback-service", 8085, Optional.of("feedback"), Set.of("postgres", "redis"));

    private final String serviceName;
    private final int port;
    private final Optional<String> database;
    private final Set<String> startsAfter;

    Suite(String serviceName, int port, Optional<String> database, Set<String> startsAfter) {
        this.serviceName = serviceName;
        this.port = port;
        this.database = database;
        this.startsAfter = startsAfter;
    }

    /** As in the route files and in the repository. */
    public String serviceName() {
        return serviceName;
    }

    /** Its PostgreSQL database, if it has one. */
    public Optional<String> database() {
        return database;
    }

    int port() {
        return port;
    }

    /**
     * Servers without which its start fails. Kafka is not among them: clients wait for it, and while they do the service
     * can start.
     */
    Set<String> startsAfter() {
        return startsAfter;
    }

    /** The service of that name. */
    public static Optional<Suite> named(String name) {
        return Stream.of(values())
                .filter(service -> service.serviceName.equals(name))
                .findFirst();
    }
}
