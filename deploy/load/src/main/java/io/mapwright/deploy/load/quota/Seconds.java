package io.mapwright.deploy.load.quota;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run second by second, as comma-separated values. */
final class Seconds {

    private static final long SECOND = 1_000_000;
    private static final String HEAD = "second,came_interactive,came_standard,came_background,"
            + "sent_interactive,sent_standard,sent_background,sent,rejected,rolling_minute,events";

    private final Evidence evidence;

    Seconds(Evidence evidence) {
        this.evidence = evidence;
    }

    void write(Path file) throws IOException {
        Files.write(file, lines());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        List<Long> sent = evidence.letIn();
        long last = Math.max(
                sent.stream().mapToLong(Long::longValue).max().orElse(0),
                evidence.outcomes().stream()
                        .mapToLong(outcome -> outcome.arrival().micros())
                        .max()
                        .orElse(0));
        for (long second = 0; second * SECOND <= last; second++) {
            lines.add(line(second, sent));
        }
        return lines;
    }

    private String line(long second, List<Long> sent) {
        long from = second * SECOND;
        long to = from + SECOND;
        List<String> fields = new ArrayList<>(List.of(Long.toString(second)));
        for (Urgency urgency : Urgency.values()) {
            fields.add(Long.toString(Figures.between(
                    evidence.of(urgency).stream()
                            .map(outcome -> outcome.arrival().micros())
                            .toList(),
                    from,
                    to)));
        }
        for (Urgency urgency : Urgency.values()) {
            fields.add(Long.toString(Figures.between(evidence.letIn(urgency), from, to)));
        }
        fields.add(Long.toString(Figures.between(sent, from, to)));
        fields.add(Long.toString(Figures.between(evidence.rejections(), from, to)));
        fields.add(Long.toString(Figures.between(sent, to - 60 * SECOND, to)));
        fields.add(evidence.diary().entries().stream()
                .filter(entry -> entry.micros() >= from && entry.micros() < to)
                .map(entry -> entry.deed().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")));
        return String.join(",", fields);
    }
}
