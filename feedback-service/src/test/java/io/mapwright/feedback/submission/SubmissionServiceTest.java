package io.mapwright.feedback.submission;

import io.mapwright.feedback.Configured;
import io.mapwright.feedback.submission.Submission.Unavailable;
import io.mapwright.testkit.MutableTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubmissionServiceTest {

    private static final UUID ID = new UUID(7, 7);
    private static final Sender SENDER = Sender.user("42");
    private static final Allowance.Granted GRANTED = new Allowance.Granted("slot-1");
    private static final Feedback FEEDBACK = new Feedback(
            "The bridge map hides a pair",
            new Author(Optional.of("42"), Optional.empty(), Optional.empty(), true),
            Optional.empty(),
            Optional.empty());
    private static final RuntimeException BUG = new IllegalStateException("a bug");

    private final List<String> steps = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private Uni<Allowance> allowance = Uni.createFrom().item(GRANTED);
    private Uni<Captcha.Verdict> verdict = Uni.createFrom().item(Captcha.Verdict.ACCEPTED);
    private Uni<UUID> stored = Uni.createFrom().item(ID);

    @Test
    void storesWithinTheAllowanceAndWithASolvedCaptcha() {
        assertThat(submit()).isEqualTo(new Submission.Stored(ID));
        assertThat(steps).containsExactly("take", "captcha", "store");
    }

    @Test
    void asksForNoCaptchaBeyondTheAllowance() {
        // given
        allowance = Uni.createFrom().item(new Allowance.Denied(Duration.ofMinutes(3)));

        // then
        assertThat(submit()).isEqualTo(new Submission.TooMany(Duration.ofMinutes(3)));
        assertThat(steps).containsExactly("take");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
    void storesNothingWithoutASolvedCaptcha(Captcha.Verdict refusal) {
        // given
        verdict = Uni.createFrom().item(refusal);

        // then
        assertThat(submit()).isEqualTo(new Submission.CaptchaRefused(refusal));
        assertThat(steps).containsExactly("take", "captcha", "give back slot-1");
    }

    @Nested
    class WhenSomethingIsMissing {

        @Test
        void givesTheAllowanceBackWithoutAVerdict() {
            // given
            verdict = Uni.createFrom().failure(new Captcha.UnavailableException("down", new ConnectException()));

            // then
            assertThat(submit()).isEqualTo(new Unavailable(Unavailable.Part.CAPTCHA));
            assertThat(steps).containsExactly("take", "captcha", "give back slot-1");
        }

        @Test
        void givesTheAllowanceBackWithoutTheStore() {
            // given
            stored = Uni.createFrom().failure(new StoreUnavailableException("down"));

            // then
            assertThat(submit()).isEqualTo(new Unavailable(Unavailable.Part.STORE));
            assertThat(steps).containsExactly("take", "captcha", "store", "give back slot-1");
        }

        @Test
        void answersInTimeWhateverHangs() {
            // given
            verdict = Uni.createFrom().nothing();

            // then
            assertThat(submit()).isEqualTo(new Unavailable(Unavailable.Part.TIME));
        }

        @Test
        void decidesTheAllowanceItselfWithoutRedis() {
            // given
            allowance = Uni.createFrom().failure(new ConnectException("no Redis"));
            var service = service();

            // then
            assertThat(submit(service)).isEqualTo(new Submission.Stored(ID));
            assertThat(submit(service)).isInstanceOf(Submission.TooMany.class);
            assertThat(metrics.counter("feedback.limit.degraded").count()).isEqualTo(2);
        }

        @Test
        void takesABugForABug() {
            // given
            stored = Uni.createFrom().failure(BUG);

            // then
            assertThatThrownBy(() -> submit()).isSameAs(BUG);
        }
    }

    private Submission submit() {
        return submit(service());
    }

    private static Submission submit(SubmissionService service) {
        return service.submit(FEEDBACK, SENDER, new Captcha.Answer("id", "text"))
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private SubmissionService service() {
        var config = Configured.by(
                SubmissionConfig.class,
                "feedback.submission",
                Map.of(
                        "feedback.submission.total-limit", "100ms",
                        "feedback.submission.limit.share-without-redis", "1"));
        return new SubmissionService(
                new ScriptedLimit(),
                new LocalShare(config, new MutableTime()),
                answer -> step("captcha", verdict),
                feedback -> step("store", stored),
                config,
                metrics);
    }

    private <T> Uni<T> step(String name, Uni<T> outcome) {
        return Uni.createFrom().deferred(() -> {
            steps.add(name);
            return outcome;
        });
    }

    private final class ScriptedLimit implements SubmissionLimit {

        @Override
        public Uni<Allowance> take(Sender sender) {
            return step("take", allowance);
        }

        @Override
        public Uni<Void> giveBack(Sender sender, Allowance.Granted granted) {
            return step("give back " + granted.slot(), Uni.createFrom().voidItem());
        }
    }
}
