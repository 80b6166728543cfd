package io.mapwright.deploy.load.generate;

import io.mapwright.deploy.load.suite.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class LoadReportTest {

    @ParameterizedTest(name = "{0} finished, {1} other, {2} rejections, {3} a minute: {4} violations")
    @CsvSource({"400, 0, 0, 200, 0", "400, 1, 0, 200, 1", "0, 0, 0, 0, 1", "400, 0, 3, 200, 1", "400, 0, 3, 201, 2"})
    void judges(int finished, int other, long rejections, long worstMinute, int violations) {
        LoadReport report = new LoadReport(
                new LoadReport.Outcomes(finished, 200, other, Map.of()),
                new LoadReport.Latencies(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                new LoadReport.Provider(400, rejections, worstMinute),
                Duration.ofSeconds(60));

        assertThat(report.violations(200)).hasSize(violations);
    }

    @ParameterizedTest(name = "{0} {1} with Retry-After {2} means {3}")
    @CsvSource({
        "200, true, , FINISHED",
        "200, false, , OTHER",
        "503, false, 3, REFUSED",
        "429, false, 3, REFUSED",
        "503, false, , OTHER",
        "504, false, 3, OTHER",
        "0, false, , OTHER",
    })
    void takesOnlyAMapOrAnHonestRefusalForAnAnswer(
            int status, boolean success, String retryAfter, Tally.Meaning meaning) {
        assertThat(Tally.Meaning.of(answer(status, success, retryAfter, 0))).isEqualTo(meaning);
    }

    @Test
    void countsAndRanksWhatItWasGiven() {
        Tally tally = new Tally();
        for (int i = 1; i <= 100; i++) {
            tally.sent();
            tally.add(answer(200, true, null, i));
        }
        tally.sent();
        tally.sent();
        tally.add(answer(500, false, null, 1));

        assertThat(tally.counts()).isEqualTo(new Tally.Counts(102, 100, 0, 1));
        assertThat(tally.counts().inFlight()).isEqualTo(1);
        assertThat(tally.percentile(0.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(tally.percentile(0.99)).isEqualTo(Duration.ofMillis(99));
        assertThat(tally.others()).containsEntry("500 overloaded", 1);
    }

    @ParameterizedTest(name = "request {0} of 600 in {1} bursts is sent after {2} ms")
    @CsvSource({"0, 0, 0", "300, 0, 30000", "599, 0, 59900", "149, 4, 0", "150, 4, 15000", "599, 4, 45000"})
    void spreadsOrBunchesRequests(int number, int bursts, long millis) {
        assertThat(new Schedule(600, Duration.ofSeconds(60), bursts).offset(number))
                .isEqualTo(Duration.ofMillis(millis));
    }

    private static Answer answer(int status, boolean success, String retryAfter, long millis) {
        String body = "{\"success\":" + success + ",\"error_type\":\"overloaded\"}";
        return new Answer(status, body, Optional.ofNullable(retryAfter), Duration.ofMillis(millis));
    }
}
