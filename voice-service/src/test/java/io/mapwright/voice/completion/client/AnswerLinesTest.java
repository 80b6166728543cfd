package io.mapwright.voice.completion.client;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerLinesTest {

    private static final byte[] STREAM =
            ": comment\r\ndata: {\"a\":\"青蛙😀\"}\n\nid: 7\ndata:second\r\n\r\ndata: [DONE]\n\n"
                    .getBytes(StandardCharsets.UTF_8);

    @Property
    void readsTheSameHoweverTheStreamIsCut(@ForAll @Size(max = 12) List<@IntRange(min = 0, max = 70) Integer> cuts) {
        // given
        var lines = new AnswerLines();
        var found = new ArrayList<String>();
        int[] ends = cuts.stream()
                .mapToInt(cut -> Math.min(cut, STREAM.length))
                .sorted()
                .toArray();

        // when
        int start = 0;
        for (int end : ends) {
            found.addAll(lines.feed(Arrays.copyOfRange(STREAM, start, end)));
            start = end;
        }
        found.addAll(lines.feed(Arrays.copyOfRange(STREAM, start, STREAM.length)));

        // then
        assertThat(found).containsExactly("{\"a\":\"青蛙😀\"}", "second", "[DONE]");
    }
}
