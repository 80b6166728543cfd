package io.mapwright.auth.replicas;

import io.mapwright.auth.Demo;
import io.mapwright.testkit.Database;
import io.mapwright.testkit.TestTokens;

import java.util.HashMap;
import java.util.Map;

/** The environment variables of a replica. */
final class Surroundings {

    private Surroundings() {}

    static Map<String, String> of(Database database, String redisUri, String kafkaBootstrap) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database.username()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", database.password()),
                Map.entry("QUARKUS_REDIS_HOSTS", redisUri),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap),
                Map.entry("AUTH_SIGNING_KEY_FILE", TestTokens.signingKey().toString()),
                Map.entry("AUTH_PASSWORD_MEMORY_KIB", "8192"),
                Map.entry("AUTH_DEMO_ADMIN_PHONE", Demo.ADMIN),
                Map.entry("AUTH_DEMO_ADMIN_PASSWORD", Demo.PASSWORD),
                Map.entry("AUTH_DEMO_API_KEY", Demo.API_KEY)));
    }
}
