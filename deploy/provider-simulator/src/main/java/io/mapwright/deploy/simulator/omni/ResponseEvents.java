package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.provider.Json;

import java.util.Optional;

/** The events of one answer in the order in which the provider sends them. */
final class ResponseEvents {

    private final Line line;
    private final Shape shape;
    private final String place;

    ResponseEvents(Line line, Shape shape) {
        this.line = line;
        this.shape = shape;
        this.place = ",\"response_id\":\"" + shape.id() + "\",\"item_id\":\"" + shape.item()
                + "\",\"output_index\":0,\"content_index\":0";
    }

    /**
     * What the answer is.
     *
     * @param audio whether it is spoken; else it is text alone
     */
    record Shape(String id, String item, String conversation, String voice, boolean audio) {}

    void created() {
        line.send("response.created", "response", response("in_progress"));
    }

    void started() {
        ObjectNode added = line.event("response.output_item.added")
                .put("response_id", shape.id())
                .put("output_index", 0);
        line.send(added.set("item", item("in_progress", "")));
        line.sendRaw("response.content_part.added", place + ",\"part\":{\"type\":\"" + part() + "\",\"text\":\"\"}");
    }

    void text(String piece) {
        line.sendRaw(transcript() + ".delta", place + ",\"delta\":" + Json.quote(piece));
    }

    void sound(String base64) {
        line.sendRaw("response.audio.delta", place + ",\"delta\":\"" + base64 + "\"");
    }

    /** An event that is cut in its middle. */
    void half() {
        line.sendHalf(transcript() + ".delta", place + ",\"delta\":\"…\"");
    }

    /** The end, which follows whatever was begun, also when it was not brought to its end. */
    void done(Status status, String said, OmniUsage usage, Optional<ApiError> why) {
        String state = status == Status.COMPLETED ? "completed" : "incomplete";
        String text = Json.quote(said);
        String field = shape.audio() ? "transcript" : "text";
        line.sendRaw(transcript() + ".done", place + ",\"" + field + "\":" + text);
        if (shape.audio()) {
            line.sendRaw("response.audio.done", place);
        }
        line.sendRaw(
                "response.content_part.done", place + ",\"part\":{\"type\":\"" + part() + "\",\"text\":" + text + "}");
        ObjectNode itemDone = line.event("response.output_item.done")
                .put("response_id", shape.id())
                .put("output_index", 0);
        line.send(itemDone.set("item", item(state, said)));
        ObjectNode response = response(status.word());
        response.withArrayProperty("output").add(item(state, said));
        why.ifPresent(error ->
                response.putObject("status_details").put("type", "failed").set("error", error.json()));
        line.send("response.done", "response", response.set("usage", usage.json()));
    }

    private ObjectNode response(String status) {
        ObjectNode response = Json.mapper()
                .createObjectNode()
                .put("id", shape.id())
                .put("object", "realtime.response")
                .put("conversation_id", shape.conversation())
                .put("status", status);
        response.putArray("modalities").add("text");
        if (shape.audio()) {
            response.withArrayProperty("modalities").add("audio");
            response.put("voice", shape.voice()).put("output_audio_format", "pcm");
        }
        response.putArray("output");
        return response;
    }

    private ObjectNode item(String status, String said) {
        ObjectNode item = Json.mapper()
                .createObjectNode()
                .put("id", shape.item())
                .put("object", "realtime.item")
                .put("type", "message")
                .put("status", status)
                .put("role", "assistant");
        if (status.equals("in_progress")) {
            item.putArray("content");
        } else {
            item.putArray("content").addObject().put("type", part()).put(shape.audio() ? "transcript" : "text", said);
        }
        return item;
    }

    private String part() {
        return shape.audio() ? "audio" : "text";
    }

    private String transcript() {
        return shape.audio() ? "response.audio_transcript" : "response.text";
    }

    /** How an answer ended. */
    enum Status {
        COMPLETED,
        /** The token limit ended it. */
        INCOMPLETE,
        /** Speech or the client ended it. */
        CANCELLED,
        /** An error ended it. */
        FAILED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
