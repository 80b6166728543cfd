package io.mapwright.deploy.load.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Watches what one gateway says about the breaker of one route. */
final class BreakerWatch {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Api gateway;
    private final Caller admin;
    private final String route;
    private final InstantSource time;
    private final List<Change> changes = new ArrayList<>();

    BreakerWatch(URI gateway, Caller admin, String route, InstantSource time) {
        this.gateway = new Api(gateway.toString(), time);
        this.admin = admin;
        this.route = route;
        this.time = time;
    }

    /** The breaker was found in another state than at the look before. */
    record Change(Instant at, String state) {}

    /** Looks until interrupted. */
    Thread start() {
        return Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    look();
                    Thread.sleep(LOOK);
                }
            } catch (InterruptedException enough) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What was seen so far, oldest first; the first is the state at the start. */
    synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    private void look() throws InterruptedException {
        String provider = route.substring(0, route.indexOf('/'));
        JsonNode quotas = gateway.get("/v1/quota/" + provider, admin).json().path("quotas");
        for (JsonNode quota : quotas) {
            for (JsonNode each : quota.path("routes")) {
                if (each.path("route").asText().equals(route)) {
                    note(each.path("breaker").asText());
                    return;
                }
            }
        }
    }

    private synchronized void note(String state) {
        if (changes.isEmpty() || !changes.getLast().state().equals(state)) {
            changes.add(new Change(time.instant(), state));
        }
    }
}
