package io.mapwright.deploy.local.gateway;

import io.vertx.core.net.SocketAddress;

import java.time.Duration;
import java.time.Instant;

/** One process of a service as seen from here. Touched by the gateway's event loop only. */
final class Replica {

    private final SocketAddress address;
    private int inFlight;
    private Instant restsUntil = Instant.MIN;

    Replica(SocketAddress address) {
        this.address = address;
    }

    SocketAddress address() {
        return address;
    }

    int inFlight() {
        return inFlight;
    }

    void enter() {
        inFlight++;
    }

    void leave() {
        inFlight--;
    }

    /** It refused a connection: others are asked first until {@code pause} is over. */
    void rest(Instant now, Duration pause) {
        restsUntil = now.plus(pause);
    }

    boolean restsAt(Instant now) {
        return now.isBefore(restsUntil);
    }
}
