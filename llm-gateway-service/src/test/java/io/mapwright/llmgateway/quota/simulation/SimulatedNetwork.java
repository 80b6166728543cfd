package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.Ledger;
import io.mapwright.llmgateway.quota.LedgerCall;
import io.mapwright.llmgateway.quota.LedgerReply;
import io.mapwright.llmgateway.quota.TestProfiles;
import io.mapwright.llmgateway.quota.redis.ScriptedRedis;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** What lies between replicas and Redis: delays, losses, repetitions, outages, and a clock that somebody else sets. */
final class SimulatedNetwork {

    private static final boolean TRACE = Boolean.getBoolean("trace");
    private static final long CALL_TIMEOUT = 250_000;

    private final ScriptedRedis redis;
    private final VirtualTime time;
    private final Random random;
    private final Scenario.Network behaviour;
    private final double remembering;

    private long clockOffset = 1_700_000_000_000_000L;
    private long unreachableUntil;
    long exchanges;

    SimulatedNetwork(ScriptedRedis redis, VirtualTime time, Random random, Scenario.Network behaviour) {
        this.redis = redis;
        this.time = time;
        this.random = random;
        this.behaviour = behaviour;
        remembering = 0;
    }

    Ledger ledger(BooleanSupplier alive) {
        return new Ledger() {
            @Override
            public CompletionStage<LedgerReply> exchange(LedgerCall call) {
                var reply = new CompletableFuture<LedgerReply>();
                if (time.now() < unreachableUntil) {
                    time.after(500, () -> reply.completeExceptionally(new IOException("connection refused")));
                    return reply;
                }
                time.after(CALL_TIMEOUT, () -> reply.completeExceptionally(new IOException("timed out")));
                boolean lostForth = random.nextDouble() < behaviour.lost() / 2;
                boolean lostBack = random.nextDouble() < behaviour.lost() / 2;
                if (!lostForth) {
                    time.after(delay(), () -> execute(call, reply, lostBack));
                }
                if (random.nextDouble() < behaviour.doubled()) {
                    time.after(
                            delay() + random.nextInt(2_000_000), () -> execute(call, new CompletableFuture<>(), true));
                }
                return reply;
            }

            @Override
            public void onWake(String session, LongConsumer wake) {
                redis.listen(
                        session,
                        turn -> time.after(delay(), () -> {
                            if (alive.getAsBoolean()) {
                                wake.accept(turn);
                            }
                        }));
            }
        };
    }

    private void execute(LedgerCall call, CompletableFuture<LedgerReply> reply, boolean lostBack) {
        if (time.now() < unreachableUntil) {
            return;
        }
        exchanges++;
        var answer = redis.call(call, clock());
        trace("%s -> %s", call, answer);
        if (!lostBack) {
            time.after(delay(), () -> reply.complete(answer));
        }
    }

    void trace(String format, Object... values) {
        if (TRACE) {
            System.out.println(time.now() / 1000 + " " + format.formatted(values));
        }
    }

    private long delay() {
        long usual = 100 + (long) (-Math.log(1 - random.nextDouble()) * 300);
        return random.nextDouble() < behaviour.slow() / 2 ? usual + random.nextInt(250_000) : usual;
    }

    private long clock() {
        return time.now() + clockOffset;
    }

    void jump(long by) {
        trace("clock jumps by %d ms", by / 1000);
        clockOffset += by;
    }

    void flush() {
        trace("flush");
        redis.empty();
    }

    void remember() {
        redis.remember();
    }

    void failOver() {
        redis.failOver();
    }

    void outage(long duration) {
        unreachableUntil = Math.max(unreachableUntil, time.now() + duration);
    }

    void hangUp(String session) {
        redis.hangUp(session);
    }

    ScriptedRedis redis() {
        return redis;
    }

    /** Permits that the ledger still believes to be held when all have come back. */
    long heldAfterAReport(List<SimulatedReplica> replicas) {
        var held = new long[1];
        var asked = replicas.getFirst();
        asked.quota().snapshot(TestProfiles.destination()).subscribe().with(snapshot -> held[0] = snapshot.inFlight());
        time.run(1_000);
        return held[0];
    }

    /** How far the sums that the ledger keeps are from what its ring holds. */
    long wrongBooks() {
        return redis.errorOfSums();
    }

    void close() {
        redis.close();
    }
}
