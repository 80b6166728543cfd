package io.mapwright.testkit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An OpenAPI document, and the way from a request to what it says about it.
 *
 * @param root the whole document
 */
record OpenApiDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    /** A place in the document: what stands there, and where it is. */
    record Place(JsonNode node, JsonPointer pointer) {

        Place child(String name) {
            return new Place(node.path(name), pointer.appendProperty(name));
        }

        boolean exists() {
            return !node.isMissingNode();
        }
    }

    /**
     * An operation.
     *
     * @param method in upper case
     * @param path as the document has it, with its parameters in braces
     * @param place of the operation object
     */
    record Operation(String method, String path, Place place) {

        String name() {
            return method + " " + path;
        }

        /** The same for every way to name the parameters. */
        String shape() {
            return method + " " + path.replaceAll("\\{[^}]*}", "{}");
        }

        boolean matches(String requested) {
            return ("/" + requested).replaceAll("/+", "/").matches(path.replaceAll("\\{[^}]*}", "[^/]+"));
        }
    }

    /** From YAML or JSON. */
    static OpenApiDocument parse(String text) {
        try {
            return new OpenApiDocument(new YAMLMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an OpenAPI document: " + e.getMessage(), e);
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        var paths = at(JsonPointer.compile("/paths"));
        paths.node().fieldNames().forEachRemaining(path -> {
            var item = resolve(paths.child(path));
            item.node()
                    .fieldNames()
                    .forEachRemaining(method -> Optional.of(method)
                            .filter(METHODS::contains)
                            .map(known -> new Operation(known.toUpperCase(), path, item.child(known)))
                            .ifPresent(operations::add));
        });
        return operations;
    }

    /** A path without parameters goes before one whose parameter would match too. */
    Optional<Operation> find(String method, String path) {
        var candidates = operations().stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method) && operation.matches(path))
                .toList();
        return candidates.stream()
                .filter(operation -> operation.path().equals(path))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** What is said about this status: under its number, its class ({@code 4XX}), or the default. */
    Optional<Place> response(Operation operation, int status) {
        var responses = operation.place().child("responses");
        return Stream.of(Integer.toString(status), status / 100 + "XX", "default")
                .map(responses::child)
                .filter(Place::exists)
                .map(this::resolve)
                .findFirst();
    }

    /** What is said about this media type, whatever its parameters. */
    Optional<Place> mediaType(Place body, String contentType) {
        String type = contentType.replaceAll(";.*", "").strip().toLowerCase();
        var content = body.child("content");
        return Stream.of(type, type.replaceAll("/.*", "/*"), "*/*")
                .map(content::child)
                .filter(Place::exists)
                .findFirst();
    }

    /** Follows references until something stands there. */
    Place resolve(Place place) {
        var reference = place.node().path("$ref");
        return reference.isMissingNode() ? place : resolve(target(reference.asText()));
    }

    /** Every reference of the document that leads nowhere, or out of it. */
    List<String> brokenReferences() {
        return root.findValuesAsText("$ref").stream()
                .filter(reference ->
                        !reference.startsWith("#/") || !target(reference).exists())
                .distinct()
                .toList();
    }

    private Place target(String reference) {
        return at(JsonPointer.compile(reference.substring(1)));
    }

    private Place at(JsonPointer pointer) {
        return new Place(root.at(pointer), pointer);
    }
}
