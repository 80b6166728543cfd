package io.mapwright.deploy.load.chaos;

import io.mapwright.deploy.load.chaos.Observation.Action;
import io.mapwright.deploy.load.suite.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ChaosReportTest {

    private static final Losses NONE = new Losses(3, List.of(), 0, 10, 10);

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500, 502, 404, 0})
    void blamesAnAnswerThatNobodyShouldGet(int status) {
        assertThat(report(damage("redis", status), NONE).violations())
                .singleElement()
                .asString()
                .contains("redis")
                .contains("status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429, 503, 504})
    void acceptsHonestAnswers(int status) {
        assertThat(report(damage("redis", status), NONE).violations()).isEmpty();
    }

    @Test
    void excusesADeadConnectionOnlyWhenTheGatewayItselfWasKilled() {
        assertThat(report(damage("api-gateway", 0), NONE).violations()).isEmpty();
    }

    @Test
    void blamesWhoeverDoesNotComeBack() {
        Damage damage = Damage.of("kafka", Optional.empty(), Optional.empty(), List.of());

        assertThat(report(damage, NONE).violations()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} feedbacks, {1} calls, {2} events: {3} violations")
    @CsvSource({"1, 5, 5, 0", "0, 5, 5, 1", "1, 5, 4, 1", "1, 5, 6, 1"})
    void comparesTheBooks(int feedbacks, int calls, int events, int violations) {
        Losses losses = new Losses(feedbacks, List.of(), 0, calls, events);

        assertThat(report(damage("mail", 200), losses).violations()).hasSize(violations);
    }

    @Test
    void namesAFeedbackWhoseMailNeverCame() {
        Losses losses = new Losses(2, List.of("chaos1-7-end"), 0, 5, 5);

        assertThat(report(damage("mail", 200), losses).violations())
                .singleElement()
                .asString()
                .contains("chaos1-7-end");
    }

    private static ChaosReport report(Damage damage, Losses losses) {
        return new ChaosReport(List.of(damage), losses);
    }

    private static Damage damage(String victim, int status) {
        Answer answer = new Answer(status, "{\"success\":true}", Optional.empty(), Duration.ZERO);
        return Damage.of(
                victim,
                Optional.of(Duration.ofSeconds(1)),
                Optional.of(Duration.ofSeconds(2)),
                List.of(new Observation(Action.MAP, answer, Instant.EPOCH)));
    }
}
