package io.mapwright.testkit;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenApiContractTest {

    private static final String YAML = """
            openapi: 3.1.0
            info: {title: shop, version: "1"}
            paths:
              /orders:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/Order"}
                        example: {item: tea, amount: 1}
                  responses:
                    "200": {description: done, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
                    "204": {description: nothing to do}
                    "4XX": {$ref: "#/components/responses/Problem"}
                    "503":
                      description: later
                      headers: {Retry-After: {required: true, schema: {type: integer}}}
                      content: {application/problem+json: {schema: {type: object}}}
              /orders/{id}:
                get:
                  responses:
                    "200": {description: found, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
              /orders/latest:
                get:
                  responses:
                    "200": {description: stream, content: {text/event-stream: {}}}
              /socket:
                get: {responses: {"101": {description: switched}}}
            components:
              responses:
                Problem: {description: no, content: {application/problem+json: {schema: {required: [error_type]}}}}
              schemas:
                Order:
                  type: object
                  required: [item]
                  properties:
                    item: {type: [string, "null"]}
                    amount: {type: integer, exclusiveMinimum: 0}
                    at: {type: string, format: date-time}
                    parts: {type: array, items: {$ref: "#/components/schemas/Order"}}
            """;
    private static final String SERVED = """
            {"openapi": "3.1.0", "paths": {"/orders": {"post": {}}, "/orders/{order}": {"get": {}},
             "/orders/latest": {"get": {}}, "/health": {"get": {}}}}""";

    private final OpenApiContract contract = OpenApiContract.parse("shop", YAML);

    @Nested
    class OfAnAnswer {

        @Test
        void acceptsWhatWasPromised() {
            answer(
                    "POST",
                    "/orders",
                    200,
                    "application/json;charset=UTF-8",
                    "{\"item\": null, \"parts\": [{\"item\": \"a\"}]}");
            answer("POST", "/orders", 204, "", "");
            answer("POST", "/orders", 422, "application/problem+json", "{\"error_type\": \"x\"}");
            answer("GET", "/orders/17", 200, "application/json", "{\"item\": \"tea\"}");
            answer("GET", "/orders/latest", 200, "text/event-stream", "data: 1");
        }

        @Test
        void refusesWhatBreaksTheSchema() {
            refused(() -> answer("POST", "/orders", 200, "application/json", "{\"amount\": 1}"), "item");
            refused(() -> answer("GET", "/orders/17", 200, "application/json", "{\"item\": 3}"), "integer found");
            refused(
                    () -> answer("POST", "/orders", 200, "application/json", "{\"item\": \"a\", \"parts\": [{}]}"),
                    "/parts/0");
            refused(
                    () -> answer("POST", "/orders", 200, "application/json", "{\"item\": \"a\", \"at\": \"noon\"}"),
                    "date-time");
            refused(() -> answer("POST", "/orders", 404, "application/problem+json", "{}"), "error_type");
        }

        @Test
        void refusesAnUnknownStatusTypePathOrMethod() {
            refused(() -> answer("GET", "/orders/17", 404, "application/json", "{}"), "404");
            refused(() -> answer("POST", "/orders", 422, "text/html", "<p>"), "text/html");
            refused(() -> answer("POST", "/order", 200, "application/json", "{}"), "there is no POST /order");
            refused(() -> answer("PUT", "/orders", 200, "application/json", "{}"), "there is no PUT /orders");
            refused(() -> answer("POST", "/orders", 204, "application/json", "{}"), "promises none");
        }

        private void answer(String method, String path, int status, String type, String body) {
            contract.assertResponse(method, path, status, type, body);
        }
    }

    @Test
    void acceptsAndRefusesRequests() {
        contract.assertRequest("POST", "/orders", "{\"item\": \"tea\", \"amount\": 2}");

        refused(() -> contract.assertRequest("POST", "/orders", "{\"item\": \"tea\", \"amount\": 0}"), "amount");
        refused(() -> contract.assertRequest("GET", "/orders/1", "{}"), "takes no JSON");
    }

    @Test
    void comparesWhatIsServedByMethodAndPath() {
        assertThatCode(() -> contract.assertServes(SERVED)).doesNotThrowAnyException();

        refused(() -> contract.assertServes(SERVED.replace("post", "put")), "not served: [POST /orders]");
        refused(() -> contract.assertServes(SERVED.replace("post", "put")), "not promised: [PUT /orders]");
        refused(() -> contract.assertServes(SERVED.replace("/health", "/secret")), "GET /secret");
    }

    @Test
    void checksItsExamples() {
        assertThatCode(contract::assertExamplesAreValid).doesNotThrowAnyException();

        var wrong = OpenApiContract.parse("shop", YAML.replace("{item: tea, amount: 1}", "{item: tea, amount: none}"));
        refused(wrong::assertExamplesAreValid, "amount");
    }

    @Test
    void mustBeAContractWhoseReferencesLeadSomewhere() {
        assertThatThrownBy(() -> OpenApiContract.parse("shop", YAML.replace("    Order:", "    Bill:")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("#/components/schemas/Order");
        assertThatThrownBy(() -> OpenApiContract.parse("shop", YAML.replace("openapi: 3.1.0", "openapi: 3.0.3")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OpenApiContract.of("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filtersEveryExchange() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            // The test sends the status it wants as a header, and gets its own body back.
            byte[] body = exchange.getRequestBody().readAllBytes();
            int status = Integer.parseInt(exchange.getRequestHeaders().getFirst("Wanted"));
            exchange.getResponseHeaders()
                    .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            exchange(port, "/orders", 200, "{\"item\": \"tea\"}");
            exchange(port, "/nowhere", 404, "{}");
            exchange(port, "/q/anything", 200, "{}");

            refused(() -> exchange(port, "/orders", 200, "{}"), "item");
            refused(() -> exchange(port, "/orders", 503, "{}"), "Retry-After");
            refused(() -> exchange(port, "/nowhere", 200, "{}"), "there is no POST /nowhere");
        } finally {
            server.stop(0);
        }
    }

    private void exchange(int port, String path, int status, String body) {
        RestAssured.given()
                .filter(contract.filter())
                .contentType("application/json")
                .header("Wanted", status)
                .body(body.getBytes(StandardCharsets.UTF_8).length == 0 ? "" : body)
                .post("http://127.0.0.1:" + port + path);
    }

    private static void refused(ThrowingCallable action, String why) {
        assertThatThrownBy(action).isInstanceOf(AssertionError.class).hasMessageContaining(why);
    }
}
