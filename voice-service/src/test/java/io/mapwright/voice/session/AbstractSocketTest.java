package io.mapwright.voice.session;

import io.mapwright.testkit.OpenApiContract;
import io.mapwright.voice.VoiceClient;
import io.mapwright.voice.VoiceNeighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.mapwright.voice.VoiceNeighbours.GATEWAY;
import static org.awaitility.Awaitility.await;

/** The whole service at its sockets, with a real Redis and a scripted gateway. */
@QuarkusTestResource(VoiceNeighbours.class)
abstract class AbstractSocketTest {

    static final OpenApiContract CONTRACT = OpenApiContract.of("voice");

    @TestHTTPResource("/ws/voice/")
    URI sockets;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    SessionService sessions;

    @Inject
    LiveSessions live;

    final String name = UUID.randomUUID().toString();
    final List<VoiceClient> clients = new ArrayList<>();

    @BeforeEach
    void startAfresh() {
        GATEWAY.reset();
        VoiceNeighbours.redis().start();
    }

    @AfterEach
    void hangUp() {
        clients.forEach(VoiceClient::close);
        await().until(() -> live.count() == 0);
    }

    VoiceClient client(String user) {
        var client = VoiceClient.of(user, address(name));
        clients.add(client);
        return client;
    }

    URI address(String rest) {
        return URI.create("ws://" + sockets.getAuthority() + sockets.getPath() + rest);
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
