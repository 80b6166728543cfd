package io.mapwright.llmgateway.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every error code and message that the vendors document, one row each, and what must be made of it. */
class ErrorCodesTest {

    private static final Map<String, Vendor> VENDORS = Vendors.all();

    record Row(String vendor, ErrorSignal signal, String category, boolean retryable, String delay) {

        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("message", cells[4]);
            if (!cells[2].isEmpty()) {
                error.put("code", cells[2]);
            }
            if (!cells[3].isEmpty()) {
                error.put("type", cells[3]);
            }
            ErrorSignal signal = ErrorSignal.of(Integer.parseInt(cells[1]), Map.of("error", error));
            return new Row(cells[0], signal, cells[5], cells[6].equals("yes"), cells[7]);
        }

        Diagnosis diagnosis() {
            return Diagnosis.of(VENDORS.get(vendor).errors(), signal);
        }

        @Override
        public String toString() {
            return vendor + " " + signal.status() + " " + signal.name() + " " + signal.message();
        }
    }

    static Stream<Row> rows() throws IOException {
        try (var file = ErrorCodesTest.class.getResourceAsStream("/provider/errors.tsv")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(Row::of).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void haveTheirMeaning(Row row) {
        ProviderFailure failure = row.diagnosis().failure();

        assertThat(failure.category().wireName()).isEqualTo(row.category());
        assertThat(failure.advice().isRetryable()).isEqualTo(row.retryable());
        assertThat(delay(failure.advice())).isEqualTo(row.delay());
    }

    @Test
    void areAllKnown() throws IOException {
        List<Row> rows = rows().toList();
        List<Row> unknown =
                rows.stream().filter(row -> !row.diagnosis().known()).toList();

        System.getLogger("errors")
                .log(System.Logger.Level.INFO, rows.size() + " rows, " + unknown.size() + " unclassified");
        assertThat(unknown).isEmpty();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void thatNobodyKnowsAreJudgedByTheirStatusAndReported() {
        ErrorSignal news = ErrorSignal.of(503, Map.of("error", Map.of("code", "BrandNewCode", "message", "?")));

        Diagnosis diagnosis = Diagnosis.of(VENDORS.get("ark").errors(), news);

        assertThat(diagnosis.known()).isFalse();
        assertThat(diagnosis.failure().category()).isEqualTo(Category.OVERLOADED);
    }

    @Test
    void thatAreUnknownNumbersOfHunyuanAreItsOwnFaultAndReported() {
        ErrorSignal news = ErrorSignal.of(400, Map.of("error", Map.of("code", "2099", "message", "?")));

        Diagnosis diagnosis = Diagnosis.of(VENDORS.get("hunyuan").errors(), news);

        assertThat(diagnosis.known()).isFalse();
        assertThat(diagnosis.failure().category()).isEqualTo(Category.SERVER_ERROR);
    }

    @Test
    void areReadFromEveryEnvelope() {
        Map<String, Object> flat = Map.of("code", "Throttling.RateQuota", "message", "slow", "request_id", "7438d53d");
        Map<String, Object> tencent =
                Map.of("Response", Map.of("Error", Map.of("Code", "LimitExceeded", "Message", "x"), "RequestId", "r1"));
        Map<String, Object> inStream = Map.of("ErrorMsg", Map.of("Msg", "busy", "Code", 3597823239L));
        Map<String, Object> inside = Map.of("error", Map.of("message", "x", "code", "c", "id", "inner"));
        Map<String, Object> words = Map.of("error", "just words");

        assertThat(ErrorSignal.of(429, flat)).isEqualTo(signal(429, "Throttling.RateQuota", "slow", "7438d53d"));
        assertThat(ErrorSignal.of(200, tencent)).isEqualTo(signal(200, "LimitExceeded", "x", "r1"));
        assertThat(ErrorSignal.of(200, inStream).code()).isEqualTo("3597823239");
        assertThat(ErrorSignal.of(400, inside).requestId()).contains("inner");
        assertThat(ErrorSignal.of(400, words).message()).isEqualTo("just words");
        assertThat(ErrorSignal.ofText(502, "<html><body>Bad Gateway</body></html>")
                        .message())
                .isEmpty();
        assertThat(ErrorSignal.of(429, Map.of("error", Map.of("message", "x Request id: 021760409abc")))
                        .requestId())
                .contains("021760409abc");
    }

    @Test
    void waitAsLongAsAHeaderSaysButNeverLongerThanAMinute() {
        ErrorSignal signal = ErrorSignal.ofText(429, "please try again after 5 seconds");

        assertThat(signal.statedDelay()).contains(Duration.ofSeconds(5));
        assertThat(signal.with(Optional.empty(), Optional.of(Duration.ofSeconds(2)))
                        .statedDelay())
                .contains(Duration.ofSeconds(2));
        assertThat(signal.with(Optional.empty(), Optional.of(Duration.ofHours(2)))
                        .statedDelay())
                .contains(Duration.ofMinutes(1));
    }

    private static ErrorSignal signal(int status, String code, String message, String id) {
        return new ErrorSignal(status, code, "", message, Optional.of(id), Optional.empty());
    }

    /** The range of the wait before the first retry, in seconds. */
    private static String delay(RetryAdvice advice) {
        if (!advice.isRetryable()) {
            return "-";
        }
        RandomGenerator lowest = () -> 0;
        Duration least = advice.delayBefore(1, lowest);
        Duration most = least.plus(advice.backoff());
        return seconds(least) + "-" + seconds(most);
    }

    private static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }
}
