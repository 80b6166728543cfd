package io.mapwright.deploy.local.gateway;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ReplicasTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Replicas replicas = new Replicas(
            "auth-service",
            IntStream.of(1, 2, 3)
                    .mapToObj(port -> SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                    .toList(),
            () -> now);

    @Test
    void takesTurnsAmongIdleReplicas() {
        assertThat(List.of(first(), first(), first(), first())).containsExactly(1, 2, 3, 1);
    }

    @Test
    void prefersTheOneWithTheLeastInFlight() {
        replica(1).enter();
        replica(3).enter();
        replica(3).enter();

        assertThat(order()).containsExactly(2, 1, 3);

        replica(1).leave();
        replica(3).leave();
        replica(3).leave();
        assertThat(order().subList(0, 3)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void asksOneThatRefusedLast() {
        replicas.refused(replica(2));
        replica(1).enter();
        replica(3).enter();

        assertThat(order()).last().isEqualTo(2);
    }

    @Test
    void asksOneThatRefusedAgainAfterAMoment() {
        replicas.refused(replica(2));
        replica(1).enter();
        replica(3).enter();

        now = now.plusMillis(1000);

        assertThat(order()).first().isEqualTo(2);
    }

    @Test
    void leavesNobodyOutWhenAllRefused() {
        replicas.all().forEach(replicas::refused);

        assertThat(order()).containsExactlyInAnyOrder(1, 2, 3);
    }

    private int first() {
        return order().getFirst();
    }

    private List<Integer> order() {
        return replicas.inOrderOfPreference().stream()
                .map(replica -> replica.address().port())
                .toList();
    }

    private Replica replica(int port) {
        return replicas.all().get(port - 1);
    }
}
