package io.mapwright.llmgateway.routing.redis;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.routing.Breaker;
import io.mapwright.llmgateway.routing.BreakerConfig;
import io.mapwright.llmgateway.routing.Breakers;
import io.mapwright.llmgateway.routing.Scenery;
import io.mapwright.testkit.EmbeddedServers;
import io.mapwright.testkit.MutableTime;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.mapwright.llmgateway.routing.Breaker.State.CLOSED;
import static io.mapwright.llmgateway.routing.Breaker.State.OPEN;
import static io.mapwright.llmgateway.routing.Breaker.State.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The breakers of three replicas over one real Redis. */
class SharedBreakersIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static Vertx vertx;
    private static Redis redis;

    private final Route route = Scenery.route("p-" + UUID.randomUUID(), 1, 1);
    private final List<Replica> replicas = new ArrayList<>();

    /** One replica: what it believes, and its line to the others. */
    private record Replica(Breakers breakers, RedisBreakerBulletin bulletin, MutableTime time) {}

    @BeforeAll
    static void connect() {
        vertx = Vertx.vertx();
        redis = Redis.createClient(vertx, EmbeddedServers.lease().redisUri());
    }

    @AfterAll
    static void disconnect() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        IntStream.range(0, 3).forEach(i -> replicas.add(replica()));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> ask(Request.cmd(Command.PUBSUB).arg("NUMSUB").arg("gateway:breakers"))
                                .get(1)
                                .toInteger()
                        >= 3);
    }

    @AfterEach
    void stop() {
        replicas.forEach(replica -> replica.bulletin().onStop(new ShutdownEvent()));
    }

    @Test
    void openEverywhereWithinASecondOfFailuresThatNoneSawAlone() {
        fail(0, 2);
        fail(1, 2);
        assertThat(states()).as("four of five failures").containsOnly(CLOSED);

        fail(2, 1);

        await().atMost(A_SECOND).untilAsserted(() -> assertThat(states()).containsOnly(OPEN));
    }

    @Test
    void openOnceHoweverManyFailuresFollow() {
        fail(0, 5);
        await().atMost(A_SECOND).untilAsserted(() -> assertThat(states()).containsOnly(OPEN));

        // What is left of an opening is told in Redis' time, so both clocks have to have moved.
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        replicas.forEach(replica -> replica.time().advance(Duration.ofSeconds(2)));
        fail(1, 4);
        fail(2, 4);
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);

        // The end of the first opening still holds: late failures of calls that were under way do not prolong it.
        replicas.forEach(replica -> replica.time().advance(Duration.ofSeconds(1)));
        await().during(Duration.ofMillis(300))
                .atMost(A_SECOND)
                .untilAsserted(() -> assertThat(states()).containsOnly(PROBATION));
    }

    @Test
    void closeEverywhereAfterProbesOfDifferentReplicas() {
        fail(0, 5);
        await().atMost(A_SECOND).untilAsserted(() -> assertThat(states()).containsOnly(OPEN));
        afterTheOpening();

        assertThat(replicas.get(1).breakers().admits(route)).isTrue();
        replicas.get(1).breakers().succeeded(route);
        assertThat(replicas.get(2).breakers().admits(route)).isTrue();
        replicas.get(2).breakers().succeeded(route);

        await().atMost(A_SECOND).untilAsserted(() -> assertThat(states()).containsOnly(CLOSED));
    }

    @Test
    void openAgainEverywhereWhenAProbeFails() {
        fail(0, 5);
        await().atMost(A_SECOND).untilAsserted(() -> assertThat(states()).containsOnly(OPEN));
        afterTheOpening();

        fail(2, 1);

        await().atMost(A_SECOND).untilAsserted(() -> assertThat(states()).containsOnly(OPEN));
    }

    @Test
    void tellAReplicaThatMissedTheNewsWhenItReportsAFailureItself() {
        replicas.get(2).bulletin().onStop(new ShutdownEvent());
        fail(0, 5);
        await().atMost(A_SECOND)
                .untilAsserted(() -> assertThat(states().subList(0, 2)).containsOnly(OPEN));
        assertThat(states().get(2)).isEqualTo(CLOSED);

        fail(2, 1);

        await().atMost(A_SECOND).untilAsserted(() -> assertThat(states().get(2)).isEqualTo(OPEN));
    }

    private void fail(int replica, int times) {
        for (int i = 0; i < times; i++) {
            replicas.get(replica).breakers().failed(route);
        }
    }

    /** Until Redis too has seen the opening end. */
    private void afterTheOpening() {
        replicas.forEach(replica -> replica.time().advance(Duration.ofSeconds(4)));
        Request until = Request.cmd(Command.HGET)
                .arg("gateway:{breaker:" + route.name() + "}:state")
                .arg("until");
        await().atMost(Duration.ofSeconds(6)).until(() -> ask(until).toLong() < System.currentTimeMillis());
    }

    private static Response ask(Request request) {
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }

    private List<Breaker.State> states() {
        return replicas.stream().map(replica -> replica.breakers().state(route)).toList();
    }

    private static Replica replica() {
        Breaker.Rule rule =
                new Breaker.Rule(5, Duration.ofSeconds(60), Duration.ofSeconds(3), 2, Duration.ofSeconds(30));
        BreakerConfig config = Scenery.config(rule);
        RedisBreakerBulletin bulletin = new RedisBreakerBulletin(redis, vertx, config, UUID::randomUUID);
        MutableTime time = new MutableTime();
        Breakers breakers = Scenery.breakers(rule, bulletin, time);
        bulletin.onStart(new StartupEvent());
        return new Replica(breakers, bulletin, time);
    }
}
