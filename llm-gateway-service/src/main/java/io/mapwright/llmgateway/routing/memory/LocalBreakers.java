package io.mapwright.llmgateway.routing.memory;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.routing.Breaker;
import io.mapwright.llmgateway.routing.Breakers;
import io.mapwright.llmgateway.routing.RoutingConfig;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Breakers of this process alone. */
@Singleton
@DefaultBean
final class LocalBreakers implements Breakers {

    private final ConcurrentMap<String, Breaker> breakers = new ConcurrentHashMap<>();
    private final Breaker.Rule rule;
    private final InstantSource clock;

    LocalBreakers(RoutingConfig config, InstantSource clock) {
        this.rule = config.rule();
        this.clock = clock;
    }

    @Override
    public boolean admits(Route route) {
        return on(route, breaker -> breaker.admits(clock.instant()));
    }

    @Override
    public void succeeded(Route route) {
        on(route, breaker -> {
            breaker.succeeded(clock.instant());
            return true;
        });
    }

    @Override
    public void failed(Route route) {
        on(route, breaker -> {
            breaker.failed(clock.instant());
            return true;
        });
    }

    private boolean on(Route route, Function<Breaker, Boolean> use) {
        Breaker breaker = breakers.computeIfAbsent(route.name(), first -> new Breaker(rule));
        synchronized (breaker) {
            return use.apply(breaker);
        }
    }
}
