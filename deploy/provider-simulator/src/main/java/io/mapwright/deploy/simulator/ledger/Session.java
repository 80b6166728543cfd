package io.mapwright.deploy.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/**
 * One realtime session that the provider saw.
 *
 * @param heardCrc32 checksum of all the sound that came, in the order in which it came; eight hexadecimal digits
 */
public record Session(
        @JsonUnwrapped Origin origin,
        @JsonUnwrapped Life life,
        @JsonUnwrapped Flow flow,
        @JsonProperty("heard_crc32") String heardCrc32) {

    /**
     * Who opened it.
     *
     * @param seq position among the sessions, from 1
     * @param id as {@code session.created} tells it
     * @param requestId the caller's {@code x-request-id}, empty when none was sent
     */
    public record Origin(
            long seq,
            String id,
            String account,
            String model,
            @JsonProperty("request_id") String requestId) {}

    /**
     * From when to when. Times are milliseconds since the epoch.
     *
     * @param closedAt zero while it is open
     * @param closeCode of the WebSocket; zero when the connection was cut, or is open
     */
    public record Life(
            @JsonProperty("opened_at") long openedAt,
            @JsonProperty("closed_at") long closedAt,
            @JsonProperty("closed_by") Ending closedBy,
            @JsonProperty("close_code") int closeCode) {}

    /**
     * What passed through it, also the sum over many sessions.
     *
     * @param framesIn events of the client
     * @param bytesIn their characters
     * @param heardMs sound of the client, milliseconds
     * @param spokenMs sound sent to the client, milliseconds
     * @param turns answers that were begun
     * @param interruptions answers that were ended early by speech or by the client
     */
    public record Flow(
            @JsonProperty("frames_in") long framesIn,
            @JsonProperty("frames_out") long framesOut,
            @JsonProperty("bytes_in") long bytesIn,
            @JsonProperty("bytes_out") long bytesOut,
            @JsonProperty("heard_ms") long heardMs,
            @JsonProperty("spoken_ms") long spokenMs,
            long turns,
            long interruptions) {

        static final Flow NONE = new Flow(0, 0, 0, 0, 0, 0, 0, 0);

        Flow plus(Flow other) {
            return new Flow(
                    framesIn + other.framesIn,
                    framesOut + other.framesOut,
                    bytesIn + other.bytesIn,
                    bytesOut + other.bytesOut,
                    heardMs + other.heardMs,
                    spokenMs + other.spokenMs,
                    turns + other.turns,
                    interruptions + other.interruptions);
        }
    }

    /** Who ended a session. */
    public enum Ending {
        /** Nobody yet. */
        OPEN,
        /** The client, with a close frame. */
        CLIENT,
        /** The provider: its time was up, or a fault on command. */
        PROVIDER,
        /** The connection went away without a close frame. */
        DROPPED;

        /** The name in the ledger. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
