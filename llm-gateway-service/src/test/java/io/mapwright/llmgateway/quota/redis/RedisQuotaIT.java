package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.Admission.Granted;
import io.mapwright.llmgateway.quota.Admission.Mode;
import io.mapwright.llmgateway.quota.CallEnding;
import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.LedgerQuota;
import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.llmgateway.quota.Quota;
import io.mapwright.llmgateway.quota.QuotaContract;
import io.mapwright.llmgateway.quota.QuotaEvents;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import io.mapwright.llmgateway.quota.TestProfiles;
import io.mapwright.testkit.OwnServer;
import io.mapwright.testkit.OwnServers;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RedisQuotaIT extends QuotaContract {

    private static OwnServer server;
    private static Vertx vertx;

    private final List<Replica> replicas = new ArrayList<>();

    private record Replica(LedgerQuota quota, RedisLedgers ledgers, Redis redis) {

        /** As a killed process does: says nothing, its connections are closed. */
        void vanish() {
            ledgers.close();
            redis.close();
        }
    }

    @BeforeAll
    static void start() {
        server = OwnServers.redis();
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }

    @BeforeEach
    void empty() {
        try (var redis = new RespConnection(server.redisUri())) {
            redis.send("FLUSHALL");
            redis.send("SCRIPT", "FLUSH");
        }
    }

    @AfterEach
    void vanish() {
        replicas.forEach(Replica::vanish);
    }

    @Override
    protected Quota quota(TestProfiles profiles) {
        var quota = replica(profiles).quota();
        await().until(() -> snapshot(quota).coolDown().isZero() && settled(quota));
        return quota;
    }

    /** A ledger that has just come into being waits for replicas that may remember an older one. */
    private static boolean settled(Quota quota) {
        var admission =
                ask(quota, PriorityClass.BACKGROUND, Duration.ofSeconds(3)).join();
        if (admission instanceof Granted granted) {
            granted.permit().end(new CallEnding.NotSent());
            return true;
        }
        return false;
    }

    private Replica replica(TestProfiles profiles) {
        var redis = Redis.createClient(vertx, new RedisOptions().setConnectionString(server.redisUri()));
        var ledgers = new RedisLedgers(redis, vertx, Duration.ofSeconds(1));
        var quota = new LedgerQuota(
                profiles.profiles(),
                ledgers,
                "session-" + replicas.size() + "-" + System.nanoTime(),
                new Random(1),
                QuotaEvents.NONE);
        var replica = new Replica(quota, ledgers, redis);
        replicas.add(replica);
        quota.open();
        return replica;
    }

    @Test
    void sharesOneWindowBetweenReplicas() {
        var profiles = withoutPacing().limit(Dimension.REQUESTS_PER_MINUTE, 40);
        var one = replica(profiles).quota();
        var two = replica(profiles).quota();
        var asked = askMany(one, 40, Duration.ofSeconds(3));
        asked.addAll(askMany(two, 40, Duration.ofSeconds(3)));

        assertThat(all(asked)).filteredOn(Granted.class::isInstance).hasSize(40);
    }

    @Test
    void wakesAReplicaWhenAnotherOnesCallEnds() {
        var profiles = TestProfiles.account().limit(Dimension.CONCURRENCY, 1);
        var one = replica(profiles).quota();
        var two = replica(profiles).quota();
        var held = granted(ask(one, PriorityClass.STANDARD, Duration.ofSeconds(10)));
        var waiting = ask(two, PriorityClass.STANDARD, Duration.ofSeconds(10));
        await().until(() -> waiting(two) == 1);

        long start = System.nanoTime();
        held.permit().release();
        waiting.join();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void tellsWhatEveryReplicaHolds() {
        var profiles = TestProfiles.account().limit(Dimension.CONCURRENCY, 5);
        var one = replica(profiles).quota();
        var two = replica(profiles).quota();
        all(askMany(one, 3, Duration.ofSeconds(10)));
        all(askMany(two, 1, Duration.ofSeconds(10)));

        await().untilAsserted(() -> assertThat(snapshot(one).holders())
                .extracting(QuotaSnapshot.Holder::inFlight)
                .containsExactly(3L, 1L));
    }

    @Test
    void freesThePermitsOfAReplicaThatVanished() {
        var profiles = TestProfiles.account().limit(Dimension.CONCURRENCY, 3).quota("lease", "3s");
        var victim = replica(profiles);
        all(askMany(victim.quota(), 3, Duration.ofSeconds(5)));
        victim.vanish();
        replicas.remove(victim);

        var survivor = replica(profiles).quota();

        assertThat(all(askMany(survivor, 3, Duration.ofSeconds(15)))).allMatch(Granted.class::isInstance);
    }

    @Test
    void livesOnItsShareWhileRedisIsAwayAndReturnsToIt() {
        var profiles = TestProfiles.account().limit(Dimension.REQUESTS_PER_MINUTE, 600);
        var quota = replica(profiles).quota();
        granted(ask(quota, PriorityClass.INTERACTIVE, Duration.ofSeconds(10)));

        server.kill();
        var alone = granted(ask(quota, PriorityClass.INTERACTIVE, Duration.ofSeconds(10)));
        server.start();

        assertThat(alone.mode()).isEqualTo(Mode.LOCAL_SHARE);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> granted(ask(quota, PriorityClass.INTERACTIVE, Duration.ofSeconds(10)))
                                .mode()
                        == Mode.LEDGER);
    }
}
