package io.mapwright.defaults.identity.client;

import io.mapwright.defaults.identity.IdentityConfig;
import io.mapwright.defaults.identity.KeySet;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The key set of {@code mapwright.identity.key-set}, read at start, again every few minutes, and once when a token
 * names a key that is not in it. What was read last stays in force while the source is away.
 */
final class FetchedKeySet implements KeySet {

    private static final Logger LOG = Logger.getLogger(FetchedKeySet.class);
    private static final Duration RETRY_UNTIL_LOADED = Duration.ofSeconds(1);

    private final IdentityConfig config;
    private final Vertx vertx;
    private final KeySource source;
    private final AtomicReference<Loaded> loaded = new AtomicReference<>(Loaded.NOTHING);
    private final AtomicReference<Future<Loaded>> underWay = new AtomicReference<>();

    FetchedKeySet(IdentityConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.source = new KeySource(vertx, config);
    }

    void start() {
        if (config.keySet().isEmpty()) {
            LOG.warn("mapwright.identity.key-set is not set: every request with a token will be answered 503");
            return;
        }
        refreshUntilLoaded();
        vertx.setPeriodic(config.refreshEvery().toMillis(), timer -> refresh());
    }

    @Override
    public Uni<PublicKey> key(String kid) {
        PublicKey known = loaded.get().keys().get(kid);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        if (loaded.get().isYoungerThan(config.unknownKeyCooldown())) {
            return Uni.createFrom().failure(new UnknownKeyException());
        }
        return Uni.createFrom()
                .completionStage(() -> refresh().toCompletionStage())
                .onFailure()
                .transform(KeySetUnavailableException::new)
                .map(fresh -> Optional.ofNullable(fresh.keys().get(kid)).orElseThrow(UnknownKeyException::new));
    }

    @Override
    public boolean isLoaded() {
        return loaded.get() != Loaded.NOTHING;
    }

    private void refreshUntilLoaded() {
        refresh().onFailure(unreachable -> {
            if (!isLoaded()) {
                vertx.setTimer(RETRY_UNTIL_LOADED.toMillis(), timer -> refreshUntilLoaded());
            }
        });
    }

    /** One fetch at a time: whoever asks meanwhile waits for the same one. */
    private Future<Loaded> refresh() {
        Optional<URI> location = config.keySet();
        if (location.isEmpty()) {
            return Future.failedFuture(new IllegalStateException("mapwright.identity.key-set is not set"));
        }
        Promise<Loaded> mine = Promise.promise();
        Future<Loaded> others = underWay.compareAndExchange(null, mine.future());
        if (others != null) {
            return others;
        }
        source.read(location.get())
                .map(keys -> new Loaded(keys, System.nanoTime()))
                .onComplete(outcome -> {
                    underWay.set(null);
                    if (outcome.succeeded()) {
                        if (!outcome.result()
                                .keys()
                                .keySet()
                                .equals(loaded.get().keys().keySet())) {
                            LOG.infof(
                                    "token keys in force: %s",
                                    outcome.result().keys().keySet());
                        }
                        loaded.set(outcome.result());
                    } else {
                        LOG.warnf("token keys could not be read from %s: %s", location.get(), outcome.cause());
                    }
                    mine.handle(outcome);
                });
        return mine.future();
    }

    private record Loaded(Map<String, PublicKey> keys, long atNanos) {

        static final Loaded NOTHING = new Loaded(Map.of(), 0);

        boolean isYoungerThan(Duration age) {
            return this != NOTHING && System.nanoTime() - atNanos < age.toNanos();
        }
    }
}
