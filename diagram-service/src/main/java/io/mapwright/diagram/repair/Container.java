package io.mapwright.diagram.repair;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object or array that is still being read. */
sealed interface Container {

    boolean isObject();

    boolean expectsKey();

    void expectValueOf(String key);

    /** Gives up the key whose value did not come. */
    void forgetKey();

    /** Takes a value; an object without a key to put it under drops it. */
    void take(Json value);

    Json toJson();

    /** An open object. */
    final class Members implements Container {

        private final Map<String, Json> members = new LinkedHashMap<>();
        private Optional<String> key = Optional.empty();

        @Override
        public boolean isObject() {
            return true;
        }

        @Override
        public boolean expectsKey() {
            return key.isEmpty();
        }

        @Override
        public void expectValueOf(String name) {
            key = Optional.of(name);
        }

        @Override
        public void forgetKey() {
            key = Optional.empty();
        }

        @Override
        public void take(Json value) {
            // Of two members with one key the later wins, unless it says nothing.
            key.ifPresent(name -> members.merge(name, value, (old, later) -> later.isEmpty() ? old : later));
            key = Optional.empty();
        }

        @Override
        public Json toJson() {
            return new JsonObject(members);
        }
    }

    /** An open array. */
    final class Items implements Container {

        private final List<Json> items = new ArrayList<>();

        @Override
        public boolean isObject() {
            return false;
        }

        @Override
        public boolean expectsKey() {
            return false;
        }

        @Override
        public void expectValueOf(String key) {
            throw new IllegalStateException("an array has no keys, came " + key);
        }

        @Override
        public void forgetKey() {
            // An array waits for no key.
        }

        @Override
        public void take(Json value) {
            items.add(value);
        }

        @Override
        public Json toJson() {
            return new JsonArray(items);
        }
    }
}
