package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.ledger.SessionEntry;
import io.mapwright.deploy.simulator.provider.Json;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What a session says to its client. Events are numbered from 1 without a gap, so that a client can tell whether one was
 * lost or overtaken on the way.
 */
final class Line {

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final SessionEntry entry;
    private long events;

    Line(ServerWebSocket socket, HttpConnection connection, SessionEntry entry) {
        this.socket = socket;
        this.connection = connection;
        this.entry = entry;
    }

    /** An event to be filled in and {@linkplain #send sent} before the next is begun. */
    ObjectNode event(String type) {
        return Json.mapper()
                .createObjectNode()
                .put("event_id", "event_" + (++events))
                .put("type", type);
    }

    void send(ObjectNode event) {
        write(Json.write(event));
    }

    void send(String type, String field, JsonNode value) {
        send(event(type).set(field, value));
    }

    /** Says what the client did wrong; the session goes on. */
    void complain(ApiError error) {
        send("error", "error", error.json());
    }

    /** An event whose members are JSON text already, with a leading comma. */
    void sendRaw(String type, String members) {
        write("{\"event_id\":\"event_" + (++events) + "\",\"type\":\"" + type + "\"" + members + "}");
    }

    /** The beginning of an event and nothing more of it. */
    void sendHalf(String type, String members) {
        String whole = "{\"event_id\":\"event_" + (++events) + "\",\"type\":\"" + type + "\"" + members + "}";
        write(whole.substring(0, whole.length() / 2));
    }

    boolean isFull() {
        return socket.writeQueueFull();
    }

    void whenDrained(Runnable then) {
        socket.drainHandler(drained -> then.run());
    }

    void close(int code, String reason) {
        if (!socket.isClosed()) {
            entry.closing(code);
            socket.close((short) code, reason);
        }
    }

    /** Cuts the connection without a word. */
    void cut() {
        entry.closing(0);
        // From below the WebSocket: HttpConnection.close() would say goodbye with a close frame first.
        ((ConnectionBase) connection).channelHandlerContext().close();
    }

    private void write(String text) {
        if (!socket.isClosed()) {
            entry.frameOut(text.length());
            socket.writeTextMessage(text);
        }
    }
}
