package io.mapwright.deploy.local.gateway;

import io.vertx.core.net.SocketAddress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The replicas of one service, and whom to ask next: the one with the least in flight, in turn among equals. One that
 * refused a connection goes to the end of the queue for a moment; it is not left out, since it may be the last one alive.
 */
final class Replicas {

    /** Long enough to spare a dead replica every request, short enough to notice its return at once. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final String service;
    private final List<Replica> all;
    private final InstantSource time;
    private int turn;

    Replicas(String service, List<SocketAddress> addresses, InstantSource time) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(service + " needs at least one replica");
        }
        this.service = service;
        this.all = addresses.stream().map(Replica::new).toList();
        this.time = time;
    }

    String service() {
        return service;
    }

    List<Replica> all() {
        return all;
    }

    /** Everybody, best first, for one request to try in this order. */
    List<Replica> inOrderOfPreference() {
        Instant now = time.instant();
        List<Replica> order = new ArrayList<>(all);
        Collections.rotate(order, -(turn++ % all.size()));
        order.sort(
                Comparator.comparing((Replica replica) -> replica.restsAt(now)).thenComparing(Replica::inFlight));
        return order;
    }

    void refused(Replica replica) {
        replica.rest(time.instant(), REST);
    }

    boolean rests(Replica replica) {
        return replica.restsAt(time.instant());
    }
}
