package io.mapwright.llmgateway.provider;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownCodesTest {

    private static final ProviderId ARK = new ProviderId("ark");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final UnknownCodes codes = new UnknownCodes(metrics);
    private final Logger log = Logger.getLogger(UnknownCodes.class.getName());
    private final List<LogRecord> lines = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        log.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(recorder);
    }

    @Test
    void areCountedAlwaysAndLoggedOncePerCode() {
        note("BrandNew", "a secret word of the prompt");
        note("BrandNew", "another");
        note("EvenNewer", "x");

        assertThat(count()).isEqualTo(3);
        assertThat(lines).hasSize(2);
    }

    @Test
    void areLoggedWithoutTheProvidersWordsAndWithoutForgedLines() {
        note("Brand\nNew {}", "a secret word of the prompt");

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(String.valueOf(line.getMessage()) + Arrays.toString(line.getParameters()))
                        .doesNotContain("secret")
                        .doesNotContain("Brand\nNew"));
    }

    @Test
    void doNotIncludeWhatATableDecided() {
        Diagnosis known = Diagnosis.of(
                Vendors.all().get("ark").errors(),
                ErrorSignal.of(429, Map.of("error", Map.of("code", "ServerOverloaded", "message", "x"))));

        codes.note(ARK, known);

        assertThat(count()).isZero();
        assertThat(lines).isEmpty();
    }

    private void note(String code, String words) {
        ErrorSignal news = ErrorSignal.of(400, Map.of("error", Map.of("code", code, "message", words)));
        codes.note(ARK, Diagnosis.of(Vendors.all().get("ark").errors(), news));
    }

    private double count() {
        return metrics.counter("llm_gateway_unknown_error_codes", "provider", "ark")
                .count();
    }
}
