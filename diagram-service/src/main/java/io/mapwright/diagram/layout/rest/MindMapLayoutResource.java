package io.mapwright.diagram.layout.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.json.rest.JsonTrees;
import io.mapwright.diagram.layout.MindMapLayout;
import io.mapwright.diagram.request.rest.FieldErrors;
import io.mapwright.diagram.specification.DiagramType;
import io.mapwright.diagram.specification.MindMap;
import io.mapwright.diagram.specification.Reading;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Lays out a mind map again after it was edited. */
@Path("/api/recalculate_mindmap_layout")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
final class MindMapLayoutResource {

    /** The body; the mind map as the front end holds it. */
    record Body(@Nullable JsonNode spec) {}

    @POST
    @NonBlocking
    public JsonObject recalculate(@Nullable Body body) {
        var json = spec(FieldErrors.present(body).spec());
        return switch (Reading.of(DiagramType.MIND_MAP, json)) {
            case Reading.Accepted accepted -> answer(json, (MindMap) accepted.specification());
            case Reading.Violated violated ->
                throw FieldErrors.one(
                        "spec", violated.rule().zh(), violated.rule().en());
        };
    }

    private static JsonObject spec(@Nullable JsonNode spec) {
        if (spec == null || !spec.isObject()) {
            throw FieldErrors.one("spec", "必须是一个 JSON 对象", "must be a JSON object");
        }
        return JsonTrees.object(spec);
    }

    /** Everything as it came, with the layout in its place. */
    private static JsonObject answer(JsonObject json, MindMap map) {
        var layout = MindMapLayout.of(map).toJson();
        return JsonObject.empty().with("success", new Json.Flag(true)).with("spec", json.with("_layout", layout));
    }
}
