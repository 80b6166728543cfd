package io.mapwright.llmgateway.metering;

import io.mapwright.llmgateway.provider.Usage;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

/**
 * Closes the open calls of replicas that died. A replica is dead when this one has found it silent for long enough with the
 * store reachable all the while: after an outage of the store everybody looks silent for a moment.
 */
@Singleton
final class LostCalls {

    /** Category of the error in the events of such calls. */
    static final String CATEGORY = "replica_lost";

    private static final Logger LOG = Logger.getLogger(LostCalls.class);
    private static final int BATCH = 200;

    private final OpenCalls calls;
    private final PriceTable prices;
    private final InstantSource clock;
    private final Duration deadAfter;
    private final Map<String, Instant> silentSince = new ConcurrentHashMap<>();

    LostCalls(OpenCalls calls, PriceTable prices, MeteringConfig config, InstantSource clock) {
        this.calls = calls;
        this.prices = prices;
        this.clock = clock;
        this.deadAfter = config.deadAfter();
    }

    /** Says that this replica lives, then buries the dead. Without the store it starts watching anew the next time. */
    @Scheduled(
            every = "${gateway.metering.beat-every:2s}",
            concurrentExecution = SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> watch() {
        return calls.beat()
                .chain(calls::silentReplicas)
                .map(this::dead)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::bury)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .recoverWithUni(outage -> {
                    silentSince.clear();
                    return Uni.createFrom().voidItem();
                });
    }

    private List<String> dead(Set<String> silent) {
        Instant now = clock.instant();
        silentSince.keySet().retainAll(silent);
        silent.forEach(replica -> silentSince.putIfAbsent(replica, now));
        return silent.stream()
                .filter(replica -> !silentSince.get(replica).plus(deadAfter).isAfter(now))
                .toList();
    }

    private Uni<Void> bury(String replica) {
        return calls.of(replica, BATCH).flatMap(left -> {
            if (left.isEmpty()) {
                return calls.forget(replica);
            }
            LOG.warnf("closing the calls of a lost replica: replica=%s calls=%d", replica, left.size());
            return Multi.createFrom()
                    .iterable(left)
                    .onItem()
                    .transformToUniAndConcatenate(call -> calls.expire(replica, expired(call)))
                    .onItem()
                    .ignoreAsUni()
                    .chain(() -> bury(replica));
        });
    }

    private UsageEvent expired(OpenCall call) {
        Usage estimate = new Usage(call.estimatedInput(), 0, 0, 0);
        OpenCall.Target target = call.target();
        return new UsageEvent(
                call,
                estimate,
                true,
                prices.cost(target.provider(), target.physicalModel(), estimate),
                Optional.of(CATEGORY),
                UsageEvent.Finish.EXPIRED,
                Optional.empty(),
                clock.instant());
    }
}
