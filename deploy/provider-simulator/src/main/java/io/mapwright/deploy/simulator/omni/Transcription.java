package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.omni.Speech.Piece;
import io.mapwright.deploy.simulator.provider.Json;

import java.util.List;

/**
 * What the client gets to read of its own speech: first in pieces, of which the last is still a guess, then as a whole.
 *
 * @param item the speech; empty for nothing to read
 * @param fails whether recognition fails instead
 */
record Transcription(String item, String text, boolean fails) {

    static final Transcription NONE = new Transcription("", "", false);

    private static final String EVENT = "conversation.item.input_audio_transcription.";

    static ObjectNode item(String id) {
        ObjectNode item = Json.mapper()
                .createObjectNode()
                .put("id", id)
                .put("object", "realtime.item")
                .put("type", "message")
                .put("status", "in_progress")
                .put("role", "user");
        item.putArray("content").addObject().put("type", "input_audio");
        return item;
    }

    void begin(Line line) {
        if (fails) {
            return;
        }
        StringBuilder sure = new StringBuilder();
        List<Piece> pieces = Speech.of(text).pieces();
        for (int i = 0; i + 1 < pieces.size(); i++) {
            sure.append(pieces.get(i).text());
            line.send(event(line, "delta")
                    .put("text", sure.toString())
                    .put("stash", pieces.get(i + 1).text()));
        }
    }

    void complete(Line line) {
        if (item.isEmpty()) {
            return;
        }
        if (fails) {
            ApiError error =
                    new ApiError("server_error", "audio_unintelligible", "The audio could not be transcribed.", "");
            line.send(event(line, "failed").set("error", error.json()));
        } else {
            line.send(event(line, "completed").put("transcript", text));
        }
    }

    private ObjectNode event(Line line, String kind) {
        return line.event(EVENT + kind).put("item_id", item).put("content_index", 0);
    }
}
