package io.mapwright.llmgateway.provider;

import io.mapwright.llmgateway.provider.ServerSentEvents.Event;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ServerSentEventsTest {

    private static final String STREAM = """
            : keep-alive

            data: {"a":"你好，世界"}

            event: ping

            id:1
            event:error
            :HTTP_STATUS/400
            data:{"code":"InvalidParameter"}

            data: one
            data: two

            data: [DONE]

            """;
    private static final List<Event> EVENTS = List.of(
            new Event("", "{\"a\":\"你好，世界\"}"),
            new Event("ping", ""),
            new Event("error", "{\"code\":\"InvalidParameter\"}"),
            new Event("", "one\ntwo"),
            new Event("", "[DONE]"));

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void understandsEveryLineEnding(String ending) {
        assertThat(parse(STREAM.replace("\n", ending), 7)).isEqualTo(EVENTS);
    }

    @Property(tries = 300)
    void findsTheSameEventsWhateverThePackets(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll boolean windows) {
        assertThat(parse(windows ? STREAM.replace("\n", "\r\n") : STREAM, size)).isEqualTo(EVENTS);
    }

    @Property(tries = 300)
    void takesAnyBytesWithoutFailing(
            @ForAll @Size(max = 3000) byte[] noise, @ForAll @IntRange(min = 1, max = 64) int size) {
        ServerSentEvents events = new ServerSentEvents(500);
        for (int at = 0; at < noise.length; at += size) {
            events.feed(Arrays.copyOfRange(noise, at, Math.min(noise.length, at + size)));
        }

        assertThat(events.end()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void completesTheLastEventAtTheEndOfTheStream() {
        assertThat(parse("data: {\"cut\":true}", 5)).containsExactly(new Event("", "{\"cut\":true}"));
    }

    @Test
    void ignoresAByteOrderMark() {
        assertThat(parse("\uFEFFdata: x\n\n", 3)).containsExactly(new Event("", "x"));
    }

    @Test
    void overflowsInsteadOfFillingTheMemory() {
        ServerSentEvents events = new ServerSentEvents(100);

        events.feed("data: ".concat("x".repeat(200)).getBytes(StandardCharsets.UTF_8));

        assertThat(events.isOverflown()).isTrue();
    }

    @Test
    void overflowsOverManyDataLinesOfOneEvent() {
        ServerSentEvents events = new ServerSentEvents(100);

        events.feed("data: 1234567890\n".repeat(20).getBytes(StandardCharsets.UTF_8));

        assertThat(events.isOverflown()).isTrue();
    }

    private static List<Event> parse(String stream, int packet) {
        ServerSentEvents events = new ServerSentEvents(10_000);
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        List<Event> found = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += packet) {
            found.addAll(events.feed(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + packet))));
        }
        found.addAll(events.end());
        return found;
    }
}
