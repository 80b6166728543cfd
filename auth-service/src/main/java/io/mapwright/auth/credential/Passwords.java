package io.mapwright.auth.credential;

import io.mapwright.defaults.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords on few threads of their own, so that a flood of logins can neither stall the event loops
 * nor take all the memory. When the queue before them is full it fails with a 503 problem, and nothing was computed.
 */
@ApplicationScoped
public class Passwords {

    private final PasswordHashing hashing;
    private final Duration retryAfter;
    private final ThreadPoolExecutor threads;
    private final Supplier<PasswordHash> decoy;

    Passwords(PasswordHashing hashing, PasswordConfig config) {
        this.hashing = hashing;
        this.retryAfter = config.retryAfter();
        this.threads = new ThreadPoolExecutor(
                config.threads(),
                config.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.queue()),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.decoy = new Once(() -> hashing.hash(new Password("a password that nobody has")));
    }

    /** A fresh hash of {@code password}. */
    public Uni<PasswordHash> hash(Password password) {
        return onOwnThread(() -> hashing.hash(password));
    }

    /** Compares {@code password} with {@code hash}. */
    public Uni<PasswordCheck> check(Password password, PasswordHash hash) {
        return onOwnThread(() -> hashing.check(password, hash));
    }

    /** Takes as long as a {@link #check} and always finds a mismatch: for people who don't exist. */
    public Uni<PasswordCheck> checkInVain(Password password) {
        return onOwnThread(() -> {
            hashing.check(password, decoy.get());
            return PasswordCheck.MISMATCH;
        });
    }

    private <T> Uni<T> onOwnThread(Supplier<T> computation) {
        return Uni.createFrom()
                .item(computation)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> overloaded());
    }

    private ProblemException overloaded() {
        return ProblemException.of(503, "overloaded")
                .text("当前登录人数过多，请稍后重试", "Too many people are signing in right now, please retry shortly")
                .retryAfter(retryAfter)
                .build();
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Computes at the first call, then remembers. */
    private static final class Once implements Supplier<PasswordHash> {

        private final Supplier<PasswordHash> computation;
        private volatile PasswordHash known;

        private Once(Supplier<PasswordHash> computation) {
            this.computation = computation;
        }

        @Override
        public PasswordHash get() {
            PasswordHash hash = known;
            if (hash == null) {
                hash = computation.get();
                known = hash;
            }
            return hash;
        }
    }
}
