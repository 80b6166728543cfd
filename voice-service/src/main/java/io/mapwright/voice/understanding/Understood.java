package io.mapwright.voice.understanding;

import io.mapwright.voice.action.VoiceAction;

import java.util.List;

/** What an utterance meant. */
public sealed interface Understood {

    /** Something to do; {@code actions} has one at least. */
    record Command(List<VoiceAction> actions) implements Understood {

        public Command {
            actions = List.copyOf(actions);
            if (actions.isEmpty()) {
                throw new IllegalArgumentException("a command has something to do");
            }
        }
    }

    /** Nothing to do, or nothing certain enough: it wants an answer in words. */
    record Talk() implements Understood {}
}
