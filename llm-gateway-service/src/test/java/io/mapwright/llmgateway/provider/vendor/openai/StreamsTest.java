package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Category;
import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.provider.Usage;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Streams as the vendors frame them, in any packets. */
class StreamsTest {

    @ParameterizedTest
    @EnumSource(RecordedStream.class)
    void yieldTheirWordsAndTheirUsage(RecordedStream stream) {
        Heard heard = Heard.of(stream.bytes(), 1024);

        assertThat(heard.text()).isEqualTo(stream.text());
        assertThat(heard.usage()).isEqualTo(stream.usage());
        assertThat(heard.finish()).isEqualTo(stream.finish());
    }

    @Property(tries = 1500)
    void yieldTheSameWhateverThePacketsAndTheFraming(
            @ForAll RecordedStream stream,
            @ForAll RecordedStream.Framing framing,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 4000) Integer> cuts) {
        Heard whole = Heard.of(stream.bytes(), Integer.MAX_VALUE);

        Heard heard = Heard.of(stream.framed(framing), cuts);

        assertThat(heard).isEqualTo(whole);
        assertThat(heard.text()).isEqualTo(stream.text());
        assertThat(heard.usage()).isEqualTo(stream.usage());
    }

    @ParameterizedTest
    @EnumSource(RecordedStream.class)
    void yieldTheSameByteByByte(RecordedStream stream) {
        assertThat(Heard.of(stream.bytes(), 1)).isEqualTo(Heard.of(stream.bytes(), Integer.MAX_VALUE));
    }

    @Property(tries = 600)
    void breakTheSameWhateverThePackets(
            @ForAll RecordedStream stream,
            @ForAll @IntRange(min = 0, max = 3) int after,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 4000) Integer> cuts) {
        byte[] bytes = stream.brokenAfter(after);

        assertThat(Heard.of(bytes, cuts)).isEqualTo(Heard.of(bytes, List.of()));
        assertThat(Heard.of(bytes, cuts)
                        .failure()
                        .or(() -> Heard.of(bytes, cuts).broken()))
                .contains(Category.RATE_LIMITED);
    }

    @Property(tries = 1000)
    void makeOneEndOfAnyBytes(
            @ForAll @Size(max = 2000) byte[] noise,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 2000) Integer> cuts) {
        Heard heard = Heard.of(noise, cuts);

        assertThat(heard.failure().isPresent() ? 1 : heard.terminals()).isEqualTo(1);
    }

    @Property(tries = 1000)
    void makeOneEndOfAnyEvents(@ForAll("nearlyJson") List<String> events) {
        Heard heard = Heard.of(RecordedStream.framed(String.join("\n", events)), 64);

        assertThat(heard.failure().isPresent() ? 1 : heard.terminals()).isEqualTo(1);
    }

    /** Objects with the right names and the wrong kinds of value. */
    @Provide
    Arbitrary<List<String>> nearlyJson() {
        Arbitrary<String> value = Arbitraries.of(
                "null",
                "7",
                "\"x\"",
                "[]",
                "{}",
                "[{}]",
                "[null]",
                "true",
                "{\"content\":\"w\"}",
                "-1",
                "1e400",
                "{\"prompt_tokens\":-5,\"completion_tokens\":\"x\"}",
                "[{\"delta\":{\"content\":\"w\"}}]");
        Arbitrary<String> name =
                Arbitraries.of("choices", "usage", "error", "delta", "finish_reason", "code", "message", "id", "event");
        return Combinators.combine(name, value, name, value)
                .as((n1, v1, n2, v2) -> "{\"" + n1 + "\":" + v1 + ",\"" + n2 + "\":" + v2 + "}")
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 400)
    void survivesAnyCutAndAnyNoise(
            @ForAll RecordedStream stream,
            @ForAll @Size(max = 60) byte[] noise,
            @ForAll @IntRange(min = 0, max = 4000) int at) {
        byte[] bytes = stream.bytes();
        byte[] cut = Arrays.copyOf(bytes, Math.min(at, bytes.length) + noise.length);
        System.arraycopy(noise, 0, cut, cut.length - noise.length, noise.length);

        Heard heard = Heard.of(cut, 50);

        assertThat(heard.failure().isPresent() || heard.terminals() == 1).isTrue();
    }

    @ParameterizedTest
    @EnumSource(RecordedStream.class)
    void passOnNoUsageInsideTheirChunks(RecordedStream stream) {
        assertThat(Heard.of(stream.bytes(), 64).chunks()).noneMatch(chunk -> chunk.matches(".*\"usage\":\\s*\\{.*"));
    }

    @Test
    void anErrorBeforeTheFirstWordIsAPlainFailure() {
        Heard heard = Heard.of(RecordedStream.framed("""
                {"choices":[{"delta":{"role":"assistant","content":""},"index":0}],"usage":null}
                {"error":{"message":"You have exceeded your current request limit","type":"limit_requests","code":"limit_requests"}}
                """), 30);

        assertThat(heard.failure()).contains(Category.RATE_LIMITED);
        assertThat(heard.chunks()).isEmpty();
    }

    @Test
    void anErrorAfterTheFirstWordBreaksTheStream() {
        Heard heard = Heard.of(RecordedStream.framed("""
                {"choices":[{"delta":{"content":"Hel"},"index":0}]}
                {"error":{"message":"Output data may contain inappropriate content.","code":"data_inspection_failed"}}
                """), 30);

        assertThat(heard.broken()).contains(Category.CONTENT_FILTERED);
        assertThat(heard.text()).isEqualTo("Hel");
    }

    @Test
    void aStreamThatStopsInTheMiddleIsBroken() {
        Heard heard =
                Heard.of(RecordedStream.framed("{\"choices\":[{\"delta\":{\"content\":\"Hel\"},\"index\":0}]}"), 30);

        assertThat(heard.broken()).contains(Category.SERVER_ERROR);
    }

    @Test
    void aStreamWithoutTheClosingMarkIsCompleteOnceItHasAFinishReason() {
        Heard heard = Heard.of(RecordedStream.framed("""
                {"choices":[{"delta":{"content":"Hi"},"index":0}]}
                {"choices":[{"delta":{},"index":0,"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2}}
                """), 30);

        assertThat(heard.usage()).contains(new Usage(1, 2, 0, 0));
        assertThat(heard.broken()).isEmpty();
    }

    @Test
    void anEmptyStreamIsAFailure() {
        assertThat(Heard.of("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8), 3)
                        .failure())
                .contains(Category.SERVER_ERROR);
    }

    @Test
    void lackOfResourcesInTheFinishReasonIsAnOverload() {
        Heard heard = Heard.of(RecordedStream.framed("""
                {"choices":[{"delta":{"content":""},"index":0,"finish_reason":"insufficient_system_resource"}]}
                """), 30);

        assertThat(heard.failure()).contains(Category.OVERLOADED);
    }

    static Optional<Category> category(Optional<Diagnosis> diagnosis) {
        return diagnosis.map(found -> found.failure().category());
    }

    static Optional<Category> category(StreamPart part) {
        return part instanceof StreamPart.Broken broken
                ? Optional.of(broken.diagnosis().failure().category())
                : Optional.empty();
    }
}
