package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.provider.Reply.ToolCall;

/**
 * The events of one streamed answer as text, each with its closing blank line. An empty text means that the provider sends
 * no such event. Pieces are JSON string literals.
 */
public interface Frames {

    /** What comes before the first piece of an alternative. */
    String open(int choice);

    String thought(int choice, String piece, Usage soFar);

    String content(int choice, String piece, Usage soFar);

    String toolCall(int choice, int position, ToolCall call);

    String finish(int choice, String reason, Usage usage);

    /** What comes after the last alternative. */
    String close(Usage usage);

    /** An error in the middle of the stream. */
    String error(WireError error);
}
