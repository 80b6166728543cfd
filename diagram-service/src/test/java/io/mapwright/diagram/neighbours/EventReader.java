package io.mapwright.diagram.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a finished stream of server-sent events.
 *
 * @param events in order
 * @param comments how many there were
 */
public record EventReader(List<Event> events, long comments) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One event; its name is empty when it has none. */
    public record Event(String name, JsonNode data) {}

    public static EventReader of(String stream) {
        var events = new ArrayList<Event>();
        long comments = 0;
        String name = "";
        for (var line : stream.split("\n")) {
            if (line.startsWith(":")) {
                comments++;
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                events.add(new Event(name, json(line.substring(5))));
                name = "";
            }
        }
        return new EventReader(List.copyOf(events), comments);
    }

    public List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
