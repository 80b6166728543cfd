package io.mapwright.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi31;
import io.restassured.filter.Filter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The OpenAPI 3.1 contract of one service, for the tests of the service itself and of its callers. */
public final class OpenApiContract {

    private static final String LOCATION = "https://contracts.mapwright/";

    /** The document around its schemas is no schema, but the validator reads it as one. */
    private static final List<String> AROUND_SCHEMAS = List.of(
            "openapi", "info", "servers", "tags", "security", "paths", "webhooks", "components", "jsonSchemaDialect");

    private final String service;
    private final OpenApiDocument document;
    private final JsonSchemaFactory schemas;

    private OpenApiContract(String service, OpenApiDocument document) {
        this.service = service;
        this.document = document;
        var dialect = JsonMetaSchema.builder(OpenApi31.getInstance())
                .keywords(AROUND_SCHEMAS.stream().map(NonValidationKeyword::new).toList())
                .build();
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.metaSchema(dialect)
                        .defaultMetaSchemaIri(dialect.getIri())
                        .schemaLoaders(loaders -> loaders.schemas(
                                Map.of(LOCATION + service, document.root().toString()))));
    }

    /**
     * @param service the file's name in deploy/contracts without its ending: {@code auth}
     * @throws IllegalArgumentException when there is no such contract, or it is none
     */
    public static OpenApiContract of(String service) {
        return parse(service, ContractFiles.read("contracts/openapi/" + service + ".yaml"));
    }

    static OpenApiContract parse(String service, String yaml) {
        var document = OpenApiDocument.parse(yaml);
        if (!document.root().path("openapi").asText().startsWith("3.1")) {
            throw new IllegalArgumentException(service + " is not an OpenAPI 3.1 contract");
        }
        var broken = document.brokenReferences();
        if (!broken.isEmpty()) {
            throw new IllegalArgumentException(service + " refers to what is not there: " + broken);
        }
        return new OpenApiContract(service, document);
    }

    /**
     * Checks one answer.
     *
     * @param path without the query
     * @param contentType as in the header, with or without parameters; empty when there is none
     * @param body empty when there is none; only JSON is looked into
     * @throws AssertionError when the contract has no such operation, status or media type, or another schema
     */
    public void assertResponse(String method, String path, int status, String contentType, String body) {
        assertAnswer(operation(method, path), status, contentType, body);
    }

    /**
     * Checks a JSON request body that a caller is about to send.
     *
     * @throws AssertionError when the contract has no such operation, or it takes no such body
     */
    public void assertRequest(String method, String path, String body) {
        var operation = operation(method, path);
        var media = document.mediaType(document.resolve(operation.place().child("requestBody")), "application/json")
                .orElseThrow(() -> failure(operation.name() + " takes no JSON"));
        assertSchema(operation.name() + " does not take", media, body);
    }

    /**
     * Checks every answer of a RestAssured test, and that what was accepted was allowed. Paths that the contract does not
     * know may only answer 404 or 405; {@code /q/...} and {@code /health} are nobody's contract.
     */
    public Filter filter() {
        return new ContractFilter(this);
    }

    /**
     * Checks that the service serves what the contract says, no more and no less, by method and path. Operations whose
     * answer is 101 are WebSockets, which the served document cannot name.
     *
     * @param servedOpenApi what {@code /q/openapi?format=json} answers
     */
    public void assertServes(String servedOpenApi) {
        var served = shapes(OpenApiDocument.parse(servedOpenApi), operation -> true);
        var promised = shapes(document, operation -> true);
        var sockets = shapes(
                document,
                operation -> operation.place().node().path("responses").has("101"));
        var missing = new TreeSet<>(promised);
        missing.removeAll(served);
        missing.removeAll(sockets);
        var undocumented = new TreeSet<>(served);
        undocumented.removeAll(promised);
        undocumented.removeIf(shape -> isNobodysContract(shape.substring(shape.indexOf(' ') + 1)));
        if (!missing.isEmpty() || !undocumented.isEmpty()) {
            throw failure("promised but not served: " + missing + ", served but not promised: " + undocumented);
        }
    }

    /** Checks each {@code example} and {@code examples} beside a schema against that schema. */
    public void assertExamplesAreValid() {
        for (var operation : document.operations()) {
            assertExamples(operation.name(), document.resolve(operation.place().child("requestBody")));
            var responses = operation.place().child("responses");
            responses
                    .node()
                    .fieldNames()
                    .forEachRemaining(status ->
                            assertExamples(operation.name() + " " + status, document.resolve(responses.child(status))));
        }
    }

    static boolean isNobodysContract(String path) {
        return path.startsWith("/q/") || path.equals("/health");
    }

    boolean knows(String method, String path) {
        return document.find(method, path).isPresent();
    }

    /** As {@link #assertResponse}, and the headers that the contract requires of this answer. */
    void assertResponse(String method, String path, int status, Function<String, String> header, String body) {
        var operation = operation(method, path);
        var response = assertAnswer(operation, status, header.apply("Content-Type"), body);
        var headers = response.child("headers");
        headers.node().fieldNames().forEachRemaining(name -> {
            boolean required = document.resolve(headers.child(name))
                    .node()
                    .path("required")
                    .asBoolean();
            if (required && header.apply(name).isEmpty()) {
                throw failure(operation.name() + " answered " + status + " without the header " + name);
            }
        });
    }

    private OpenApiDocument.Place assertAnswer(
            OpenApiDocument.Operation operation, int status, String contentType, String body) {
        String answer = operation.name() + " answered " + status;
        var response = document.response(operation, status)
                .orElseThrow(() -> failure(answer + ", which is not among its answers: " + body));
        if (response.child("content").node().isEmpty()) {
            if (!body.isEmpty()) {
                throw failure(answer + " with a body, and promises none: " + body);
            }
            return response;
        }
        var media = document.mediaType(response, contentType)
                .orElseThrow(() -> failure(answer + " as '" + contentType + "', which is not promised: " + body));
        if (isJson(contentType)) {
            assertSchema(answer, media, body);
        }
        return response;
    }

    private void assertExamples(String where, OpenApiDocument.Place body) {
        var content = body.child("content");
        content.node().fieldNames().forEachRemaining(type -> {
            if (isJson(type)) {
                var media = content.child(type);
                JsonNode one = media.node().path("example");
                if (!one.isMissingNode()) {
                    assertSchema(where + " has as its example", media, one.toString());
                }
                for (JsonNode example : media.node().path("examples")) {
                    assertSchema(
                            where + " has among its examples",
                            media,
                            example.path("value").toString());
                }
            }
        });
    }

    private void assertSchema(String what, OpenApiDocument.Place media, String body) {
        var schema = media.child("schema");
        if (!schema.exists()) {
            return;
        }
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        Set<ValidationMessage> messages = schemas.getSchema(
                        SchemaLocation.of(LOCATION + service + "#" + schema.pointer()), config)
                .validate(body, InputFormat.JSON);
        if (!messages.isEmpty()) {
            throw failure(messages.stream()
                    .map(ValidationMessage::getMessage)
                    .sorted()
                    .collect(Collectors.joining("\n  ", what + ":\n  ", "\n  it was: " + body)));
        }
    }

    private OpenApiDocument.Operation operation(String method, String path) {
        return document.find(method, path).orElseThrow(() -> failure("there is no " + method + " " + path));
    }

    private static Set<String> shapes(
            OpenApiDocument document, java.util.function.Predicate<OpenApiDocument.Operation> wanted) {
        return document.operations().stream()
                .filter(wanted)
                .map(OpenApiDocument.Operation::shape)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isJson(String contentType) {
        return contentType.replaceAll(";.*", "").strip().matches("application/(.*\\+)?json");
    }

    private AssertionError failure(String message) {
        return new AssertionError("contract of " + service + ": " + message);
    }
}
