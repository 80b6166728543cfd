package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.testkit.MutableTime;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RouterTest {

    private static final Breaker.Rule RULE =
            new Breaker.Rule(1, Duration.ofMinutes(1), Duration.ofSeconds(30), 1, Duration.ofSeconds(30));

    private final MutableTime time = new MutableTime();
    private final ScriptedQuota quota = new ScriptedQuota();
    private final Breakers breakers = Scenery.breakers(RULE, new Scenery.SilentBulletin(), time);
    private final Router router = Scenery.router(breakers, quota, time, new Random(7));

    @Test
    void dividesCallsByWeight() {
        Map<String, Long> shares = sharesOf(Scenery.route("a", 300, 1), Scenery.route("b", 100, 1));

        assertThat(shares.get("a")).isCloseTo(3_000L, within(150L));
        assertThat(shares.get("b")).isCloseTo(1_000L, within(150L));
    }

    @Test
    void dividesCallsByWhatEachQuotaHasLeft() {
        quota.standing("a", 80, 0, Duration.ZERO).standing("b", 20, 0, Duration.ZERO);

        Map<String, Long> shares = sharesOf(Scenery.route("a", 100, 1), Scenery.route("b", 100, 1));

        assertThat(shares.get("a")).isCloseTo(800L, within(120L));
        assertThat(shares.get("b")).isCloseTo(3_200L, within(120L));
    }

    @Test
    void hardlyUsesARouteOnWhichOthersStandInLine() {
        quota.standing("a", 10, 5, Duration.ZERO);

        Map<String, Long> shares = sharesOf(Scenery.route("a", 100, 1), Scenery.route("b", 100, 1));

        assertThat(shares.getOrDefault("a", 0L)).isBetween(1L, 100L);
    }

    @Test
    void prefersTheLowestRankHoweverFull() {
        quota.standing("a", 99, 0, Duration.ZERO);

        assertThat(sharesOf(Scenery.route("a", 1, 1), Scenery.route("b", 100, 2)))
                .containsOnlyKeys("a");
    }

    @Test
    void passesByARouteThatCoolsDown() {
        quota.standing("a", 0, 0, Duration.ofSeconds(5));

        assertThat(sharesOf(Scenery.route("a", 100, 1), Scenery.route("b", 1, 2)))
                .containsOnlyKeys("b");
    }

    @Test
    void takesTheFirstRankWhenAllCoolDown() {
        quota.standing("a", 0, 0, Duration.ofSeconds(5)).standing("b", 0, 0, Duration.ofSeconds(5));

        assertThat(sharesOf(Scenery.route("a", 100, 1), Scenery.route("b", 1, 2)))
                .containsOnlyKeys("a");
    }

    @Test
    void passesByAnOpenBreaker() {
        Route broken = Scenery.route("a", 100, 1);
        breakers.failed(broken);

        assertThat(sharesOf(broken, Scenery.route("b", 1, 2))).containsOnlyKeys("b");
    }

    @Test
    void hasNothingLeftWhenAllAreAvoidedOrBroken() {
        Route broken = Scenery.route("a", 1, 1);
        Route avoided = Scenery.route("b", 1, 1);
        breakers.failed(broken);

        assertThat(choose(List.of(broken, avoided), Set.of(avoided))).isEmpty();
        assertThat(choose(List.of(avoided), Set.of(avoided))).isEmpty();
    }

    @Test
    void claimsAProbeOnlyOnTheRouteItTakes() {
        Route probed = Scenery.route("a", 1_000_000, 1);
        breakers.failed(probed);
        time.advance(Duration.ofSeconds(31));

        assertThat(choose(List.of(probed, Scenery.route("b", 1, 1)), Set.of())).contains(probed);
        assertThat(choose(List.of(probed, Scenery.route("b", 1, 1)), Set.of())
                        .map(route -> route.provider().id().value()))
                .as("the one probe is under way")
                .contains("b");
    }

    private Map<String, Long> sharesOf(Route... routes) {
        return IntStream.range(0, 4_000)
                .mapToObj(i -> choose(List.of(routes), Set.of())
                        .orElseThrow()
                        .provider()
                        .id()
                        .value())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Optional<Route> choose(List<Route> routes, Set<Route> avoided) {
        List<Optional<Route>> chosen = new ArrayList<>();
        router.choose(routes, avoided).subscribe().with(chosen::add);
        return chosen.getFirst();
    }
}
