package io.mapwright.voice.session.redis;

import io.mapwright.voice.session.Closing;
import io.mapwright.voice.session.LiveSessions;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Listens for connections that are to be closed, whichever replica they end at. What is said while a replica does not
 * listen is found out at its next renewal.
 */
@ApplicationScoped
class RedisEndings {

    static final String CHANNEL = "voice:endings";

    private static final Logger LOG = Logger.getLogger(RedisEndings.class);

    private final ReactiveRedisDataSource redis;
    private final LiveSessions live;
    private final AtomicBoolean listening = new AtomicBoolean();

    RedisEndings(ReactiveRedisDataSource redis, LiveSessions live) {
        this.redis = redis;
        this.live = live;
    }

    /** Subscribes, again and again until it succeeds, and after every loss of the connection. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> listen() {
        if (listening.get()) {
            return Uni.createFrom().voidItem();
        }
        return redis.pubsub(String.class)
                .subscribe(CHANNEL, this::end, this::stopped, failure -> stopped())
                .invoke(subscriber -> listening.set(true))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("cannot listen for endings: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private void stopped() {
        listening.set(false);
    }

    private void end(String message) {
        String[] words = message.split(" ", 2);
        if (words.length == 2) {
            live.end(words[1], Closing.valueOf(words[0].toUpperCase(Locale.ROOT)));
        }
    }
}
