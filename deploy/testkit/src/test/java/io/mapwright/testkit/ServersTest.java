package io.mapwright.testkit;

import org.junit.jupiter.api.Test;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServersTest {

    private final Servers servers = EmbeddedServers.lease();

    @Test
    void giveEveryJvmARedisDatabaseOfItsOwn() {
        assertThat(servers.redisUri()).matches("redis://127\\.0\\.0\\.1:\\d+/[1-9]\\d*");
        assertThat(new Redis(servers.redisUri()).say("SET servers:a 1", "GET servers:a"))
                .isEqualTo("+OK\r\n$1\r\n1");
    }

    @Test
    void giveANewDatabaseForANameAndRememberIt() throws SQLException {
        // given
        var first = servers.freshDatabase("servers_test");

        // when
        try (var connection = connect(first);
                var sql = connection.createStatement()) {
            sql.execute("CREATE TABLE kept (name text)");
        }

        // then
        assertThat(servers.database("servers_test")).isEqualTo(first);
        assertThat(servers.freshDatabase("servers_test"))
                .isNotEqualTo(first)
                .isEqualTo(servers.database("servers_test"));
    }

    @Test
    void knowWhatAChineseWordIs() throws SQLException {
        try (var connection = connect(servers.freshDatabase("trigrams"));
                var sql = connection.createStatement()) {
            sql.execute("CREATE EXTENSION pg_trgm");
            var row = sql.executeQuery("SELECT show_trgm('光合作用') <> '{}', lower('ÄÖ'), uuidv7() IS NOT NULL");
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
            assertThat(row.getString(2)).isEqualTo("äö");
            assertThat(row.getBoolean(3)).isTrue();
        }
    }

    @Test
    void refuseANameThatIsNoName() {
        assertThatThrownBy(() -> servers.freshDatabase("x; drop database postgres"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void createATopicOnceHoweverOftenTheyAreAsked() {
        String topic = "servers-test." + UUID.randomUUID();

        servers.createTopic(topic, 2);
        servers.createTopic(topic, 2);

        assertThatThrownBy(() -> servers.createTopic("no good", 1)).hasMessageContaining("ERROR");
    }

    @Test
    void showTheMailThatTheyAccepted() throws Exception {
        String address = UUID.randomUUID() + "@example.com";

        new Smtp(servers.smtpPort()).send(address, "Hello", "你好\nthere");

        assertThat(servers.inbox().messagesTo(address)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Hello");
            assertThat(mail.text().strip()).isEqualTo("你好\nthere");
            assertThat(mail.from()).isEqualTo("a@example.com");
        });
        assertThat(servers.inbox().messagesTo("nobody@example.com")).isEmpty();
    }

    /** The test classes and the test resources of a Quarkus application are loaded by different class loaders. */
    @Test
    void areTheSameForEveryClassLoaderOfAJvm() throws Exception {
        var database = servers.freshDatabase("shared_name");
        URL[] classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(java.io.File.pathSeparator))
                .map(entry -> url(Path.of(entry)))
                .toArray(URL[]::new);
        try (var other = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            var stranger = other.loadClass(EmbeddedServers.class.getName())
                    .getMethod("lease")
                    .invoke(null);

            assertThat(stranger).isNotInstanceOf(Servers.class);
            assertThat(stranger.getClass().getMethod("redisUri").invoke(stranger))
                    .isEqualTo(servers.redisUri());
            assertThat(stranger.getClass().getMethod("jdbcUrl", String.class).invoke(stranger, "shared_name"))
                    .isEqualTo(database.jdbcUrl());
        }
    }

    @Test
    void configureAQuarkusApplication() {
        // given
        var resource = new EmbeddedServers();
        resource.init(Map.of("database", "configured"));

        // when
        var config = resource.start();

        // then
        assertThat(config)
                .containsEntry("quarkus.datasource.jdbc.url", servers.jdbcUrl("configured"))
                .containsEntry("quarkus.datasource.reactive.url", servers.reactiveUrl("configured"))
                .containsEntry("quarkus.redis.hosts", servers.redisUri())
                .containsEntry("kafka.bootstrap.servers", servers.kafkaBootstrap())
                .containsEntry("quarkus.mailer.port", Integer.toString(servers.smtpPort()))
                .containsEntry("mapwright.identity.key-set", TestTokens.keySet().toString());
    }

    @Test
    void leaveDataSourceAndIdentityAloneWhenToldSo() {
        var resource = new EmbeddedServers();
        resource.init(Map.of("identity", "none"));

        assertThat(resource.start()).doesNotContainKeys("quarkus.datasource.jdbc.url", "mapwright.identity.key-set");
    }

    private static java.sql.Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
