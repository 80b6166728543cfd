package io.mapwright.testkit;

import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnServersTest {

    @Test
    void keepWhatRedisAnsweredWhenItIsKilled() {
        try (var server = OwnServers.redis()) {
            var redis = new Redis(server.redisUri());
            assertThat(redis.say("SET a 1")).isEqualTo("+OK");

            server.kill();
            assertThatThrownBy(() -> redis.say("PING")).isInstanceOf(UncheckedIOException.class);

            server.start();
            assertThat(redis.say("GET a")).isEqualTo("$1\r\n1");
        }
    }

    @Test
    void keepWhatPostgresCommittedWhenItIsKilled() throws SQLException {
        try (var server = OwnServers.postgres("one", "two")) {
            execute(server.database("one"), "CREATE TABLE kept AS SELECT 1 AS value");

            server.kill();
            assertThatThrownBy(() -> execute(server.database("one"), "SELECT 1"))
                    .isInstanceOf(SQLException.class);

            server.start();
            execute(server.database("one"), "SELECT value FROM kept");
            execute(server.database("two"), "SELECT 1");
        }
    }

    @Test
    void hangWhileFrozen() throws Exception {
        try (var server = OwnServers.redis()) {
            server.freeze();
            try (var socket = new Socket("127.0.0.1", server.port())) {
                socket.setSoTimeout(300);
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

                server.thaw();

                assertThat(socket.getInputStream().read()).isEqualTo('+');
            }
        }
    }

    @Test
    void keepTheMailThatWasAcceptedWhenTheMailServerIsKilled() throws Exception {
        try (var server = OwnServers.mail()) {
            new Smtp(server.port()).send("b@example.com", "Kept", "still here");

            server.kill();
            server.start();

            assertThat(server.inbox().messagesTo("B@example.com"))
                    .extracting(Inbox.Mail::subject)
                    .containsExactly("Kept");
        }
    }

    private static void execute(Database database, String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
