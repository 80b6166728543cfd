package io.mapwright.llmgateway.provider;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a byte stream into server-sent events, whatever the packets: lines end with LF, CRLF or CR, comments and blank lines
 * are skipped, several {@code data} lines of one event are joined, and a multi-byte character may be split anywhere because
 * lines are cut before they are decoded. Not thread-safe.
 */
public final class ServerSentEvents {

    private final int longestEvent;
    private byte[] line = new byte[1024];
    private int length;
    private boolean skipLineFeed;
    private boolean first = true;
    private String event = "";
    private StringBuilder data;
    private boolean overflown;

    /**
     * @param longestEvent bytes a line may have, and characters the data of one event; positive. Past it {@link
     *     #isOverflown()} turns true and everything further is dropped.
     */
    public ServerSentEvents(int longestEvent) {
        this.longestEvent = longestEvent;
    }

    /**
     * One event.
     *
     * @param name its {@code event} field, empty for the default
     * @param data its {@code data}, lines joined with a line feed; empty for an event without data
     */
    public record Event(String name, String data) {}

    /** Takes the next bytes and returns the events they complete, in order. */
    public List<Event> feed(byte[] bytes) {
        List<Event> events = new ArrayList<>();
        for (byte next : bytes) {
            if (overflown) {
                return events;
            }
            if (next == '\n' && skipLineFeed) {
                skipLineFeed = false;
            } else if (next == '\n' || next == '\r') {
                skipLineFeed = next == '\r';
                endOfLine(events);
            } else {
                skipLineFeed = false;
                append(next);
            }
        }
        return events;
    }

    /** The end of the stream completes an event whose blank line never came. */
    public List<Event> end() {
        List<Event> events = new ArrayList<>();
        if (length > 0) {
            endOfLine(events);
        }
        dispatch(events);
        return events;
    }

    /** Whether an event was longer than allowed: the stream cannot be understood any further. */
    public boolean isOverflown() {
        return overflown;
    }

    private void append(byte next) {
        if (length == longestEvent) {
            overflown = true;
            return;
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(longestEvent, line.length * 2));
        }
        line[length++] = next;
    }

    private void endOfLine(List<Event> events) {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        length = 0;
        if (first) {
            first = false;
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        if (text.isEmpty()) {
            dispatch(events);
            return;
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        switch (field) {
            case "event" -> event = value;
            case "data" -> addData(value);
            default -> {
                // comments, ids, retry hints and whatever else a server sends carry nothing of the answer
            }
        }
    }

    private void addData(String value) {
        if (data == null) {
            data = new StringBuilder(value.length());
        } else {
            data.append('\n');
        }
        if (data.length() + value.length() > longestEvent) {
            overflown = true;
            return;
        }
        data.append(value);
    }

    private void dispatch(List<Event> events) {
        if (data != null || !event.isEmpty()) {
            events.add(new Event(event, data == null ? "" : data.toString()));
        }
        data = null;
        event = "";
    }
}
