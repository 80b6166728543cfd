package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.configuration.ConfigurationCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * The circuit breakers of all routes. This replica counts for itself and tells the bulletin, which counts for all replicas
 * together and says when a breaker opened or closed elsewhere; without the bulletin each replica goes by what it sees.
 * Nothing here waits or fails. Thread-safe.
 */
@Singleton
public final class Breakers implements BreakerBulletin.Reader, ConfigurationCheck {

    private final ConcurrentMap<String, Breaker> breakers = new ConcurrentHashMap<>();
    private final Breaker.Rule rule;
    private final BreakerBulletin bulletin;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    Breakers(BreakerConfig config, BreakerBulletin bulletin, InstantSource clock, MeterRegistry metrics) {
        this.rule = config.rule();
        this.bulletin = bulletin;
        this.clock = clock;
        this.metrics = metrics;
        bulletin.tell(this);
    }

    /** Whether a call may take the route now. On probation this claims a probe: ask only when about to call. */
    public boolean admits(Route route) {
        return on(route.name(), breaker -> breaker.admits(clock.instant()));
    }

    /** A call on the route was answered. */
    public void succeeded(Route route) {
        Instant now = clock.instant();
        boolean probed = on(route.name(), breaker -> {
            boolean probation = breaker.state(now) == Breaker.State.PROBATION;
            breaker.succeeded(now);
            return probation;
        });
        if (probed) {
            bulletin.probePassed(route.name());
        }
    }

    /** A call on the route failed in a way that speaks against it. */
    public void failed(Route route) {
        on(route.name(), breaker -> {
            breaker.failed(clock.instant());
            return true;
        });
        bulletin.failed(route.name());
    }

    /** A call that was let pass ended without a word about the route, so that another may be the probe. */
    public void released(Route route) {
        on(route.name(), breaker -> {
            breaker.released();
            return true;
        });
    }

    /** The state of the route's breaker. */
    public Breaker.State state(Route route) {
        return on(route.name(), breaker -> breaker.state(clock.instant()));
    }

    @Override
    public List<String> mistakes() {
        return rule.mistakes().stream()
                .map(mistake -> "gateway.breaker." + mistake)
                .toList();
    }

    @Override
    public void opened(String route, Duration remaining) {
        on(route, breaker -> {
            breaker.openedElsewhere(clock.instant().plus(remaining));
            return true;
        });
    }

    @Override
    public void closed(String route) {
        on(route, breaker -> {
            breaker.closedElsewhere();
            return true;
        });
    }

    private <T> T on(String route, Function<Breaker, T> use) {
        Breaker breaker = breakers.computeIfAbsent(route, this::create);
        synchronized (breaker) {
            return use.apply(breaker);
        }
    }

    private Breaker create(String route) {
        Breaker breaker = new Breaker(rule);
        Gauge.builder("llm_gateway_breaker_state", breaker, this::level)
                .description("0 closed, 1 on probation, 2 open")
                .tag("route", route)
                .register(metrics);
        return breaker;
    }

    private double level(Breaker breaker) {
        synchronized (breaker) {
            return switch (breaker.state(clock.instant())) {
                case CLOSED -> 0;
                case PROBATION -> 1;
                case OPEN -> 2;
            };
        }
    }
}
