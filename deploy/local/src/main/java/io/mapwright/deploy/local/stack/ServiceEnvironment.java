package io.mapwright.deploy.local.stack;

import io.mapwright.deploy.local.secrets.Credentials;
import io.mapwright.deploy.local.secrets.Secrets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of a service in this stack: environment variables only, as in the cluster. */
final class ServiceEnvironment {

    private static final String HERE = "127.0.0.1";

    private final StackOptions options;
    private final Secrets secrets;

    ServiceEnvironment(StackOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    Map<String, String> of(Suite service, int replica) {
        Ports ports = options.ports();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("QUARKUS_PROFILE", "local");
        settings.put("QUARKUS_HTTP_HOST", HERE);
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(ports.service(service, replica)));
        settings.put("QUARKUS_MANAGEMENT_HOST", HERE);
        settings.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.management(service, replica)));
        settings.put("QUARKUS_REDIS_HOSTS", "redis://" + HERE + ":" + ports.redis());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", HERE + ":" + ports.kafka());
        settings.put("MAPWRIGHT_IDENTITY_KEY_SET", inside(Suite.AUTH) + "/.well-known/jwks.json");
        settings.put("MAPWRIGHT_AUTH_URL", inside(Suite.AUTH));
        settings.put("MAPWRIGHT_LLM_GATEWAY_URL", inside(Suite.LLM_GATEWAY));
        files(service).ifPresent(files -> settings.put("QUARKUS_CONFIG_LOCATIONS", files));
        service.database().ifPresent(database -> settings.putAll(database(service, database)));
        if (service == Suite.AUTH) {
            settings.putAll(accounts());
        }
        if (service == Suite.FEEDBACK) {
            settings.put("QUARKUS_MAILER_HOST", HERE);
            settings.put("QUARKUS_MAILER_PORT", String.valueOf(ports.smtp()));
        }
        return settings;
    }

    private Optional<String> files(Suite service) {
        return options.settings().getOrDefault(service, List.of()).stream()
                .map(file -> file.toUri().toString())
                .reduce((one, other) -> one + "," + other);
    }

    private Map<String, String> database(Suite service, String database) {
        String address = "//" + HERE + ":" + options.ports().postgres() + "/" + database;
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql:" + address,
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql:" + address,
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                secrets.credentials().databasePassword(),
                "MAPWRIGHT_DATABASE_REPLICAS",
                String.valueOf(options.replicas().get(service)));
    }

    private Map<String, String> accounts() {
        Credentials demo = secrets.credentials();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("AUTH_SIGNING_KEY_FILE", secrets.signingKey().toString());
        settings.put("AUTH_DEMO_ORGANIZATION_CODE", demo.organizationCode());
        settings.put("AUTH_DEMO_INVITATION_CODE", demo.invitationCode());
        settings.put("AUTH_DEMO_TEACHER_PHONE", demo.teacherPhone());
        settings.put("AUTH_DEMO_TEACHER_PASSWORD", demo.teacherPassword());
        settings.put("AUTH_DEMO_ADMIN_PHONE", demo.adminPhone());
        settings.put("AUTH_DEMO_ADMIN_PASSWORD", demo.adminPassword());
        settings.put("AUTH_DEMO_API_KEY", demo.apiKey());
        return settings;
    }

    private String inside(Suite service) {
        return "http://" + HERE + ":" + options.ports().inside(service);
    }
}
