package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.provider.Reply.ToolCall;

/**
 * The events of one streamed answer as text, each with its closing blank line. An empty text means that the provider sends
 * no such event. Pieces are JSON string literals.
 */
public interface Frames {

    /** What comes before the first piece of an alternative. */
    default String open(int choice) {
        return "";
    }

    default String thought(int choice, String piece, Usage soFar) {
        return "";
    }

    String content(int choice, String piece, Usage soFar);

    default String toolCall(int choice, int position, ToolCall call) {
        return "";
    }

    default String finish(int choice, String reason, Usage usage) {
        return "";
    }

    /** What comes after the last alternative. */
    default String close(Usage usage) {
        return "";
    }

    /** The n-th event of a kind that says nothing of the answer; empty when the provider has none. */
    default String beside(int number) {
        return "";
    }

    /** Replaces everything said so far; empty when the provider has no such event. */
    default String replacement(String text) {
        return "";
    }

    /** An error in the middle of the stream. */
    String error(WireError error);
}
