package io.mapwright.llmgateway;

import io.mapwright.testkit.OpenApiContract;
import io.mapwright.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;

/** How the tests over HTTP talk to the gateway and to the simulator behind it. */
public final class Stage {

    private static final OpenApiContract CONTRACT = OpenApiContract.of("llm-gateway");
    private static final String TOKEN = TestTokens.user("42").organization("7").token();

    private Stage() {}

    public static RequestSpecification as(String token) {
        return given().filter(CONTRACT.filter())
                .auth()
                .oauth2(token)
                .header("X-Language", "en")
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification teacher() {
        return as(TOKEN);
    }

    public static Response ask(Map<String, Object> body) {
        return teacher().body(body).post("/v1/chat/completions");
    }

    public static Map<String, Object> chat(String model, String words) {
        return new HashMap<>(Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", words))));
    }

    public static Map<String, Object> streamed(String model, String words) {
        Map<String, Object> body = chat(model, words);
        body.put("stream", true);
        return body;
    }

    public static String simulator() {
        return ConfigProvider.getConfig().getValue(SimulatedProviders.ADDRESS, String.class);
    }

    /** Lets something go wrong, as {@code POST /sim/faults} describes it. */
    public static void fault(Map<String, Object> fault) {
        given().contentType(ContentType.JSON)
                .body(fault)
                .post(simulator() + "/sim/faults")
                .then()
                .statusCode(201);
    }

    public static void heal() {
        given().delete(simulator() + "/sim/faults").then().statusCode(204);
        given().delete(simulator() + "/sim/stats").then().statusCode(204);
    }

    /** Calls that the simulator saw since {@link #heal}. */
    public static List<Map<String, Object>> calls() {
        return given().get(simulator() + "/sim/calls").jsonPath().getList("calls");
    }
}
