package io.mapwright.voice.session;

import io.mapwright.voice.session.SessionRegistry.Claim;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Opens, watches and closes sessions. While the registry is away sessions go on, and one user's two sockets are told
 * apart on the same replica only.
 */
@ApplicationScoped
public class SessionService {

    private static final Logger LOG = Logger.getLogger(SessionService.class);
    private static final int RENEWED_AT_ONCE = 16;

    private final SessionRegistry registry;
    private final LiveSessions live;
    private final TurnService turns;
    private final SessionConfig config;
    private final InstantSource time;
    private final Counter degraded;

    SessionService(
            SessionRegistry registry,
            LiveSessions live,
            TurnService turns,
            SessionConfig config,
            InstantSource time,
            MeterRegistry metrics) {
        this.registry = registry;
        this.live = live;
        this.turns = turns;
        this.config = config;
        this.time = time;
        this.degraded = Counter.builder("voice.registry.degraded")
                .description("Claims and renewals decided by this replica alone, the registry being away")
                .register(metrics);
    }

    /** Opens a session, or says why not. An older session of the same user under the same name ends. */
    public Uni<Opening.Outcome> open(Opening opening) {
        if (live.count() >= config.most()) {
            return Uni.createFrom().item(new Opening.Outcome.Refused(Closing.FULL));
        }
        if (heldHereByAnother(opening)) {
            return Uni.createFrom().item(new Opening.Outcome.Refused(Closing.NOT_YOURS));
        }
        return registry.claim(opening.session(), opening.holder())
                .onFailure()
                .recoverWithItem(this::grantedByThisReplica)
                .map(claim -> claim == Claim.GRANTED
                        ? new Opening.Outcome.Opened(opened(opening))
                        : new Opening.Outcome.Refused(Closing.NOT_YOURS));
    }

    /** Forgets a session whose connection is gone. */
    public Uni<Void> closed(VoiceSession session) {
        live.remove(session);
        return registry.release(session.id(), session.holder()).onFailure().recoverWithUni(failure -> {
            count(failure);
            return Uni.createFrom().voidItem();
        });
    }

    /**
     * Ends this user's session of this name, wherever it is.
     *
     * @return whether there was one; fails when that cannot be told, the registry being away and no such session here
     */
    public Uni<Boolean> cleanUp(SessionId id, String user) {
        boolean here = false;
        for (VoiceSession session : live.of(id)) {
            if (session.holder().user().equals(user)) {
                session.end(Closing.CLEANED_UP);
                here = true;
            }
        }
        Uni<Boolean> everywhere = registry.evict(id, user);
        return here ? everywhere.replaceWith(true).onFailure().recoverWithItem(true) : everywhere;
    }

    /** Lets clients connect to another replica instead of finding out that this one is gone. */
    void closeAll(@Observes ShutdownEvent shuttingDown) {
        live.all().forEach(session -> session.end(Closing.SHUTTING_DOWN));
    }

    /** Closes what has been open, silent or without a good token for too long. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void closeOverdue() {
        Instant now = time.instant();
        live.all().forEach(session -> session.overdue(now).ifPresent(session::end));
    }

    /** Keeps what is held here, and ends what is held elsewhere by now. */
    @Scheduled(every = "${voice.session.registry.renew-every:15s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> renew() {
        return Multi.createFrom()
                .iterable(live.all())
                .onItem()
                .transformToUni(this::renew)
                .merge(RENEWED_AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Claim> renew(VoiceSession session) {
        return registry.renew(session.id(), session.holder())
                .onFailure()
                .recoverWithItem(this::grantedByThisReplica)
                .onItem()
                .invoke(claim -> {
                    switch (claim) {
                        case GRANTED -> {}
                        case SUPERSEDED -> session.end(Closing.SUPERSEDED);
                        case NOT_YOURS -> session.end(Closing.NOT_YOURS);
                    }
                });
    }

    private boolean heldHereByAnother(Opening opening) {
        return live.of(opening.session()).stream()
                .anyMatch(session ->
                        !session.holder().user().equals(opening.holder().user()));
    }

    private VoiceSession opened(Opening opening) {
        live.of(opening.session()).forEach(older -> older.end(Closing.SUPERSEDED));
        var session = new VoiceSession(opening, turns, config, time);
        live.add(session);
        return session;
    }

    private Claim grantedByThisReplica(Throwable failure) {
        count(failure);
        return Claim.GRANTED;
    }

    private void count(Throwable failure) {
        degraded.increment();
        LOG.debugf("decided without the registry: %s", failure.toString());
    }
}
