package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.provider.Provider;
import io.mapwright.llmgateway.provider.ProviderId;
import io.mapwright.llmgateway.provider.Vendors;
import io.mapwright.llmgateway.quota.Quota;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Routes and what guides calls over them, for tests without a container. */
public final class Scenery {

    private Scenery() {}

    public static Provider provider(String id) {
        return provider(id, "openai-compatible");
    }

    public static Provider provider(String id, String vendor) {
        return new Provider(
                new ProviderId(id),
                Vendors.all().get(vendor),
                URI.create("http://" + id + "/chat/completions"),
                Optional.empty(),
                Map.of(),
                Map.of(),
                new Provider.Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    public static Route route(String provider, int weight, int rank) {
        return new Route(provider(provider), "m", weight, rank);
    }

    public static Breakers breakers(Breaker.Rule rule, BreakerBulletin bulletin, InstantSource clock) {
        return new Breakers(new FixedRule(rule), bulletin, clock, new SimpleMeterRegistry());
    }

    public static BreakerConfig config(Breaker.Rule rule) {
        return new FixedRule(rule);
    }

    /** Breakers that nothing opens. */
    public static Breakers calmBreakers(InstantSource clock) {
        Breaker.Rule never = new Breaker.Rule(
                Integer.MAX_VALUE, Duration.ofMinutes(1), Duration.ofSeconds(30), 2, Duration.ofSeconds(30));
        return breakers(never, new SilentBulletin(), clock);
    }

    public static Router router(Breakers breakers, Quota quota, InstantSource clock, RandomGenerator chance) {
        return new Router(breakers, new Standings(quota, clock), chance);
    }

    public static RetryBudget budget(InstantSource clock) {
        return new RetryBudget(clock);
    }

    /** A bulletin of a replica that is alone. */
    public static final class SilentBulletin implements BreakerBulletin {

        @Override
        public void failed(String route) {
            // nobody listens
        }

        @Override
        public void probePassed(String route) {
            // nobody listens
        }

        @Override
        public void tell(Reader reader) {
            // there is nothing to tell
        }
    }

    private record FixedRule(Breaker.Rule given) implements BreakerConfig {

        @Override
        public int failures() {
            return given.failures();
        }

        @Override
        public Duration window() {
            return given.window();
        }

        @Override
        public Duration open() {
            return given.open();
        }

        @Override
        public int probes() {
            return given.probes();
        }

        @Override
        public Duration probeTime() {
            return given.probeTime();
        }
    }
}
