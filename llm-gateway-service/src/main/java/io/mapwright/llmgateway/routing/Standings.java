package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.quota.Destination;
import io.mapwright.llmgateway.quota.Quota;
import io.mapwright.llmgateway.quota.UnknownDestinationException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How the quotas of routes stand. Every call wants to know and none needs it to the millisecond, so an answer is good for a
 * quarter of a second. Thread-safe.
 */
@Singleton
public final class Standings {

    private static final Duration FRESH = Duration.ofMillis(250);

    /** Callers may name any model of a provider, and must not fill the memory with them. */
    private static final int MOST_KEPT = 1_000;

    private final Quota quota;
    private final InstantSource clock;
    private final ConcurrentMap<Destination, Known> known = new ConcurrentHashMap<>();

    Standings(Quota quota, InstantSource clock) {
        this.quota = quota;
        this.clock = clock;
    }

    /** What was last heard of a route's quota, without asking: of use where an answer must not wait. */
    public Optional<Standing> lastKnown(Route route) {
        return Optional.ofNullable(known.get(route.destination())).map(Known::standing);
    }

    /** The standing of a route's quota; empty, never a failure, when no quota counts it. */
    public Uni<Optional<Standing>> of(Route route) {
        Destination destination = route.destination();
        Known found = known.get(destination);
        Instant now = clock.instant();
        if (found != null && now.isBefore(found.until())) {
            return Uni.createFrom().item(Optional.of(found.standing()));
        }
        return quota.snapshot(destination)
                .map(snapshot -> Optional.of(keep(destination, new Standing(snapshot), now)))
                .onFailure(UnknownDestinationException.class)
                .recoverWithItem(Optional.empty());
    }

    private Standing keep(Destination destination, Standing standing, Instant now) {
        if (known.size() < MOST_KEPT || known.containsKey(destination)) {
            known.put(destination, new Known(standing, now.plus(FRESH)));
        }
        return standing;
    }

    private record Known(Standing standing, Instant until) {}
}
