package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.provider.Json;

/** Tokens of one answer. The input is the whole conversation so far, as a model is given it each time. */
record OmniUsage(int textIn, int audioIn, int textOut, int audioOut) {

    int input() {
        return textIn + audioIn;
    }

    int output() {
        return textOut + audioOut;
    }

    ObjectNode json() {
        ObjectNode usage = Json.mapper()
                .createObjectNode()
                .put("total_tokens", input() + output())
                .put("input_tokens", input())
                .put("output_tokens", output());
        usage.putObject("input_tokens_details").put("text_tokens", textIn).put("audio_tokens", audioIn);
        usage.putObject("output_tokens_details").put("text_tokens", textOut).put("audio_tokens", audioOut);
        return usage;
    }
}
