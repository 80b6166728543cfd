package io.mapwright.voice.action;

import java.util.List;
import java.util.Map;

/** Something the client is told to do. */
public sealed interface VoiceAction {

    /**
     * Something about panels, selection or the assistant.
     *
     * @param action for example {@code open_mindmate}
     * @param params what it is about; may be empty
     */
    record Panel(String action, Map<String, Object> params) implements VoiceAction {

        public Panel {
            params = Map.copyOf(params);
        }
    }

    /**
     * A change of the map.
     *
     * @param action {@code update_center}, {@code add_nodes}, {@code update_nodes} or {@code remove_nodes}
     * @param updates one object for {@code update_center}, otherwise a list; their members depend on the map's type
     */
    record Edit(String action, Object updates) implements VoiceAction {

        public Edit {
            updates = updates instanceof List<?> list ? List.copyOf(list) : updates;
        }
    }
}
