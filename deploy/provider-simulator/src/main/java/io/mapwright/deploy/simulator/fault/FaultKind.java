package io.mapwright.deploy.simulator.fault;

import java.util.Locale;

/** The ways in which a call can go wrong. */
public enum FaultKind {
    /** An error of the provider's table, named by {@code code}, in the provider's own form, before the answer. */
    ERROR,
    /** The same after a part of the stream was sent (at once for a call that is not streamed). */
    ERROR_MID_STREAM,
    /** An HTML page of a proxy with the status {@code status} (502 when not given). */
    HTML,
    /** HTTP 429 without a body. */
    EMPTY_429,
    /** The connection is closed before any header. */
    RESET_BEFORE_HEADERS,
    /** The connection is closed after a part of the answer. */
    RESET_MID_STREAM,
    /** Nothing is ever sent, the socket stays open. */
    STALL,
    /** Nothing more is sent after a part of the answer, no sign of life either; the socket stays open. */
    STALL_MID_STREAM,
    /** The answer's JSON, or its last event, is cut in the middle; then the connection ends in good order. */
    TRUNCATED_JSON,
    /** Nothing of the answer is sent for {@code delay_ms} after a part of it; signs of life go on, then the answer does. */
    PAUSE_MID_STREAM,
    /** The first byte comes {@code delay_ms} later. */
    SLOW_FIRST_BYTE,
    /** A stream ends without its last line {@code data: [DONE]}. */
    MISSING_DONE,
    /** A stream without usage. */
    MISSING_USAGE,
    /** Lines end with CR LF. */
    CRLF,
    /** The body is written in segments of three bytes, which cuts characters apart. */
    SPLIT_UTF8,
    /** The body is compressed, whether asked for or not. */
    GZIP,
    /** Comments and blank lines between events, blank lines before a JSON body. */
    KEEP_ALIVE,
    /** Errors come in the form {@code code}: compat, native, sse, ids_inside, bare, plain or empty. */
    ENVELOPE,
    /** Events of other kinds between those of the answer (Dify: workflow, node, thought and speech). */
    EXTRA_EVENTS,
    /** At the end the whole answer is replaced by {@code text} (Dify's moderation). */
    REPLACED,
    /** The model answers in prose where JSON was asked for. */
    PROSE,
    /** The model wraps its JSON in a fence and a sentence. */
    FENCED,
    /** The model's JSON is cut off. */
    TRUNCATED_ANSWER,
    /** The model answers with the text {@code text}. */
    TEXT,
    /** A realtime session is closed with the close code {@code status} (1011 when not given) in mid-answer. */
    CLOSE,
    /** Speech recognition hears the text {@code text}. */
    HEARD,
    /** Speech recognition fails. */
    TRANSCRIPTION_FAILED;

    /** The name on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind with a name on the wire.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static FaultKind of(String key) {
        for (FaultKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        StringBuilder names = new StringBuilder();
        for (FaultKind kind : values()) {
            names.append(' ').append(kind.key());
        }
        throw new IllegalArgumentException("no fault '" + key + "', only" + names);
    }
}
