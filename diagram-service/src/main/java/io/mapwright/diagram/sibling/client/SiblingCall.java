package io.mapwright.diagram.sibling.client;

import io.mapwright.diagram.json.JsonObject;

import java.net.URI;
import java.util.Map;

/** A JSON object on its way to another service. */
public record SiblingCall(URI uri, Map<String, String> headers, JsonObject body) {

    /** Copies the headers. */
    public SiblingCall {
        headers = Map.copyOf(headers);
    }

    /** The address only: headers hold tokens and bodies what people wrote. */
    @Override
    public String toString() {
        return "SiblingCall[" + uri + "]";
    }
}
