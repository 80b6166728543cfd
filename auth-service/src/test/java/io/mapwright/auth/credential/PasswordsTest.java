package io.mapwright.auth.credential;

import io.mapwright.auth.Configured;
import io.mapwright.defaults.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTest {

    private static final Password PASSWORD = new Password("some password");

    private final CountDownLatch release = new CountDownLatch(1);
    private final Passwords passwords = new Passwords(
            new Stalled(release),
            Configured.by(PasswordConfig.class, Map.of("auth.password.threads", "1", "auth.password.queue", "1")));

    @AfterEach
    void close() {
        release.countDown();
        passwords.close();
    }

    @Test
    void refusesAtOnceWhatWouldWaitTooLong() {
        UniAssertSubscriber<PasswordHash> running = subscribe(passwords.hash(PASSWORD));
        UniAssertSubscriber<PasswordHash> waiting = subscribe(passwords.hash(PASSWORD));

        UniAssertSubscriber<PasswordHash> refused = subscribe(passwords.hash(PASSWORD));

        refused.awaitFailure(Duration.ofSeconds(5)).assertFailedWith(ProblemException.class, "503 overloaded");
        release.countDown();
        assertThat(running.awaitItem().getItem()).isEqualTo(waiting.awaitItem().getItem());
    }

    private static <T> UniAssertSubscriber<T> subscribe(Uni<T> uni) {
        return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    /** Hashes nothing before it is released. */
    private record Stalled(CountDownLatch release) implements PasswordHashing {

        @Override
        public PasswordHash hash(Password password) {
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return new PasswordHash("$done");
        }

        @Override
        public PasswordCheck check(Password password, PasswordHash hash) {
            return PasswordCheck.MISMATCH;
        }
    }
}
