package io.mapwright.auth.ledger.kafka;

import io.mapwright.auth.ledger.UsageEvent;
import io.mapwright.testkit.EventContract;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class UsageRecordedContractTest {

    private static final EventContract CONTRACT = EventContract.of("llm.usage-recorded.v1");

    private final UsageReader reader = new UsageReader();

    @Test
    void readsEverySampleOfTheContract() {
        assertThat(CONTRACT.samples())
                .allSatisfy(sample -> assertThat(read(sample)).isInstanceOf(UsageReader.Whole.class));
    }

    @Test
    void readsWhatTheLedgerKeeps() {
        UsageEvent event = whole(sample("01JDE7Z9Q6M3K4T8V2W5X7Y9ZA"));

        assertThat(event)
                .isEqualTo(new UsageEvent(
                        "01JDE7Z9Q6M3K4T8V2W5X7Y9ZA",
                        Instant.parse("2026-11-24T00:15:29.250Z"),
                        new UsageEvent.Caller(Optional.of("42"), Optional.of("7"), Optional.empty()),
                        new UsageEvent.Call(
                                "6f1d7f0e-6a5d-4b2f-9d55-6d0f6f1f3a11",
                                1,
                                new UsageEvent.Model("qwen", "qwen-plus", "dashscope"),
                                Optional.of("diagram_generation"),
                                Optional.of("double_bubble_map")),
                        new UsageEvent.Tokens(412, 188, 0, 0, false),
                        Optional.of(new UsageEvent.Cost(new BigDecimal("0.000706"), "CNY")),
                        new UsageEvent.Ending(false, Optional.empty(), "complete", false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id",
                "request_id",
                "attempt",
                "logical_model",
                "physical_model",
                "provider",
                "input_tokens",
                "output_tokens",
                "tokens_estimated",
                "status",
                "finish",
                "shared",
                "finished_at"
            })
    void refusesAnEventWithoutWhatTheContractDemands(String member) {
        JsonObject event = new JsonObject(CONTRACT.samples().getFirst());

        assertThat(read(without(event, member))).isInstanceOf(UsageReader.Broken.class);
        assertThat(read(event.copy().putNull(member).encode())).isInstanceOf(UsageReader.Broken.class);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "input_tokens,-1",
                "input_tokens,\"12\"",
                "input_tokens,1.5",
                "input_tokens,1e30",
                "status,\"maybe\"",
                "status,0",
                "finish,\"vanished\"",
                "attempt,0",
                "cost,-0.5",
                "finished_at,\"yesterday\"",
                "event_id,\"\"",
                "event_id,\"a\\u0000b\"",
                "currency,\"yuan\""
            })
    void refusesAnEventThatTheContractDoesNotAllow(String member, String value) {
        JsonObject event = new JsonObject(CONTRACT.samples().getFirst());
        String changed = event.put(member, "PLACEHOLDER").encode().replace("\"PLACEHOLDER\"", value);

        assertThat(read(changed)).isInstanceOf(UsageReader.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "17", "{", "not json", "{}"})
    void refusesWhatIsNoEvent(String content) {
        assertThat(read(content)).isInstanceOf(UsageReader.Broken.class);
    }

    @Test
    void leavesAloneWhatALaterContractMayAdd() {
        JsonObject event = new JsonObject(CONTRACT.samples().getFirst()).put("colour", new JsonObject().put("r", 1));

        assertThat(read(event.encode())).isInstanceOf(UsageReader.Whole.class);
    }

    @Test
    void doesNotQuoteTheContentInItsReason() {
        assertThat(read("{\"event_id\": secret-prompt }").toString()).doesNotContain("secret-prompt");
    }

    private static String without(JsonObject event, String member) {
        JsonObject copy = event.copy();
        copy.remove(member);
        return copy.encode();
    }

    private static String sample(String id) {
        return CONTRACT.samples().stream()
                .filter(sample -> sample.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private UsageEvent whole(String content) {
        return ((UsageReader.Whole) read(content)).event();
    }

    private UsageReader.Reading read(String content) {
        return reader.read(content.getBytes(StandardCharsets.UTF_8));
    }
}
