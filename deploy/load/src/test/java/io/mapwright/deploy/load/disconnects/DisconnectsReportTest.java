package io.mapwright.deploy.load.disconnects;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class DisconnectsReportTest {

    private static final Duration SOON = Duration.ofMillis(90);

    @Test
    void isContentWhenEverythingIsClosedWithinASecond() {
        DisconnectsReport report = report(0, List.of(SOON, Duration.ofSeconds(1)), 0, Optional.of(SOON), 0);

        assertThat(report.violations()).isEmpty();
        assertThat(report.text()).contains("worst 1000 ms").contains("all back 90 ms");
    }

    @Test
    void namesEverythingThatIsLeft() {
        DisconnectsReport report = report(3, List.of(SOON, Duration.ofMillis(1001)), 1, Optional.empty(), 2);

        assertThat(report.violations())
                .containsExactly(
                        "3 callers never heard the beginning of their stream",
                        "1 calls went on at the provider",
                        "1 calls were closed later than a second after their caller had left",
                        "permits are still held",
                        "2 connections are left");
    }

    @Test
    void countsOpenConnectionsOfAServer() {
        List<String> table = List.of(
                "  sl  local_address rem_address   st tx_queue",
                "   0: 0100007F:1F9A 00000000:0000 0A 00000000",
                "   1: 0100007F:1F9A 0100007F:D431 01 00000000",
                "   2: 0100007F:D431 0100007F:1F9A 01 00000000",
                "   3: 0100007F:1F9A 0100007F:D433 06 00000000");

        assertThat(Connections.count(table, Set.of(0x1F9A))).isEqualTo(1);
    }

    private static DisconnectsReport report(
            int neverHeard, List<Duration> closed, int open, Optional<Duration> permits, long connections) {
        return new DisconnectsReport(closed.size(), neverHeard, closed, open, permits, OptionalLong.of(connections));
    }
}
