package io.mapwright.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a {@code @QuarkusTest} the real PostgreSQL, Redis, Kafka and mail of the build, and the public key that
 * {@link TestTokens} signs for. All modules and JVMs of a build share one process of servers; it is started by the first
 * and ends two minutes after the last.
 *
 * <p>Arguments ({@code initArgs}):
 *
 * <ul>
 *   <li>{@code database}: the service's database, empty at each start of the application; without it the data source is
 *       left alone
 *   <li>{@code identity}: {@code none} leaves {@code mapwright.identity.key-set} alone, for the service that issues the
 *       tokens itself
 * </ul>
 */
public final class EmbeddedServers implements QuarkusTestResourceLifecycleManager {

    private Optional<String> databaseName = Optional.empty();
    private boolean identity = true;

    /** The servers for tests without Quarkus; the first call in a build takes some seconds. */
    public static Servers lease() {
        return Servers.ofThisJvm();
    }

    @Override
    public void init(Map<String, String> arguments) {
        databaseName = Optional.ofNullable(arguments.get("database"));
        identity = !"none".equals(arguments.get("identity"));
    }

    @Override
    public Map<String, String> start() {
        var servers = lease();
        var config = new HashMap<String, String>();
        databaseName.map(servers::freshDatabase).ifPresent(database -> {
            config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            config.put("quarkus.datasource.reactive.url", database.reactiveUrl());
            config.put("quarkus.datasource.username", database.username());
            config.put("quarkus.datasource.password", database.password());
        });
        config.put("quarkus.redis.hosts", servers.redisUri());
        config.put("kafka.bootstrap.servers", servers.kafkaBootstrap());
        config.put("quarkus.mailer.host", "127.0.0.1");
        config.put("quarkus.mailer.port", Integer.toString(servers.smtpPort()));
        config.put("quarkus.mailer.mock", "false");
        if (identity) {
            config.put("mapwright.identity.key-set", TestTokens.keySet().toString());
        }
        return config;
    }

    /** The database is dropped at the end of the JVM, when nobody is connected any more. */
    @Override
    public void stop() {
        // Nothing else belongs to one application only.
    }
}
