package io.mapwright.diagram.generation;

import io.mapwright.diagram.Contract;
import io.mapwright.diagram.neighbours.Neighbours;
import io.mapwright.diagram.neighbours.Siblings;
import io.mapwright.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

import static io.mapwright.diagram.Contract.given;
import static io.mapwright.diagram.Contract.givenUser;
import static io.mapwright.diagram.Contract.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class GenerateGraphTest {

    @Test
    void drawsTheComparisonOfTheReadme() {
        givenUser("1")
                .body(Map.of("prompt", "Compare frogs and toads", "diagram_type", "auto"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("diagram_type", equalTo("double_bubble_map"))
                .body("language", equalTo("en"))
                .body("spec.left.toLowerCase()", equalTo("frogs"))
                .body("spec.right.toLowerCase()", equalTo("toads"))
                .body("llm_model", equalTo("qwen"))
                .body("is_learning_sheet", equalTo(false));
    }

    @Test
    void drawsAProcessInChinese() {
        var title = givenUser("1")
                .body(Map.of("prompt", "解释光合作用的过程", "diagram_type", "auto"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("diagram_type", equalTo("flow_map"))
                .body("language", equalTo("zh"))
                .extract()
                .<String>path("spec.title");

        assertThat(title).contains("光合作用");
    }

    @Test
    void onlyClassifiesWithoutAType() {
        givenUser("1")
                .body(Map.of("prompt", "Compare frogs and toads"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("diagram_type", equalTo("double_bubble_map"))
                .body("use_default_template", equalTo(true))
                .body("extracted_topic.toLowerCase()", equalTo("frogs and toads"));
    }

    @Test
    void callsTheGatewayAsTheCallerAndInTheCallersTime() {
        var token = TestTokens.user("77").organization("7").token();
        given().header("Authorization", "Bearer " + token)
                .header("x-request-id", "headers-1")
                .body(Map.of(
                        "prompt",
                        "the sea #headers",
                        "diagram_type",
                        "bubble_map",
                        "llm",
                        "kimi",
                        "request_type",
                        "autocomplete"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("request_id", equalTo("headers-1"));

        assertThat(Siblings.callsWith("#headers")).singleElement().satisfies(call -> {
            assertThat(call.path("authorization").asText()).isEqualTo("Bearer " + token);
            assertThat(call.path("x-request-id").asText()).isEqualTo("headers-1");
            assertThat(call.path("x-priority").asText()).isEqualTo("interactive");
            assertThat(call.path("x-request-type").asText()).isEqualTo("autocomplete");
            assertThat(call.path("x-diagram-type").asText()).isEqualTo("bubble_map");
            assertThat(call.path("x-deadline-ms").asInt()).isBetween(3000, 6000);
            assertThat(call.path("model").asText()).isEqualTo("kimi");
        });
    }

    @Test
    void neverSendsPresentationToAModel() {
        givenUser("1")
                .body("""
                        {"prompt":"animals #presentation","diagram_type":"bridge_map","existing_analogies":
                        [{"left":"cat","right":"kitten","_style":"pink"},{"left":"Left 1","right":"Right 1"}]}""")
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("spec.analogies[0].left", equalTo("cat"));

        assertThat(Siblings.callsWith("#presentation"))
                .allSatisfy(call -> assertThat(call.path("prompt").asText())
                        .contains("cat | kitten")
                        .doesNotContain("pink", "Left 1"));
    }

    @Test
    void marksALearningSheet() {
        givenUser("1")
                .body(Map.of("prompt", "青蛙学习单", "diagram_type", "bubble_map"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("is_learning_sheet", equalTo(true))
                .body("hidden_node_percentage", equalTo(0.2f));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"[filter], content_filter", "[prose], no_response"})
    void saysWhyTheModelGaveNoDiagram(String word, String errorType) {
        givenUser("1")
                .body(prompt("frogs " + word, "bubble_map"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("success", equalTo(false))
                .body("error_type", equalTo(errorType))
                .body("error", notNullValue());
    }

    @Test
    void remindsAModelOfTheRuleItBroke() {
        givenUser("1")
                .body(prompt("frogs [short]", "bubble_map"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));

        assertThat(Siblings.callsWith("frogs [short]")).hasSize(2);
    }

    @ParameterizedTest(name = "{0} -> {1}, Retry-After {2}")
    @CsvSource({"[busy], 503, 7, overloaded", "[own-limit], 429, 9, rate_limit", "[late], 504, 2, timeout"})
    void passesOnThatTheSuiteCannotServeTheCall(String word, int status, String retryAfter, String errorType) {
        givenUser("1")
                .body(prompt("frogs " + word, "bubble_map"))
                .post("/api/generate_graph")
                .then()
                .statusCode(status)
                .header("Retry-After", equalTo(retryAfter))
                .body("error_type", equalTo(errorType));
    }

    @Test
    void endsAtItsDeadlineWhenTheGatewayHangs() {
        givenUser("1")
                .body(prompt("frogs [hang] #deadline", "bubble_map"))
                .post("/api/generate_graph")
                .then()
                .statusCode(504)
                .header("Retry-After", equalTo("5"));

        await().untilAsserted(() -> assertThat(Siblings.callsWith("#deadline"))
                .singleElement()
                .satisfies(call -> assertThat(call.path("closed").asBoolean()).isTrue()));
    }

    @Test
    void asksForGuidanceWhenThePromptSaysNothing() {
        givenUser("1")
                .body(Map.of("prompt", "??", "diagram_type", "auto"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("success", equalTo(false))
                .body("error_type", equalTo("prompt_too_complex"))
                .body("show_guidance", equalTo(true));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                            | prompt
            {"prompt":"  "}                               | prompt
            {"prompt":5}                                  | prompt
            {"prompt":["frogs"]}                          | prompt
            {"prompt":null}                               | prompt
            {"prompt":"frogs","llm":"gpt-5"}              | llm
            {"prompt":"frogs","diagram_type":"pie_chart"} | diagram_type
            {"prompt":"frogs","language":"fr"}            | language
            {"prompt":"frogs","request_type":"chat"}      | request_type
            {"prompt":"frogs","existing_analogies":{}}    | existing_analogies
            {"prompt":"frogs","locked_topic":true}        | locked_topic
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        givenUser("1")
                .header("X-Language", "en")
                .body(body)
                .post("/api/generate_graph")
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        givenUser("1")
                .body(Map.of("prompt", "x".repeat(10_001), "llm", "gpt", "fixed_dimension", "x".repeat(501)))
                .post("/api/generate_graph")
                .then()
                .statusCode(422)
                .body("errors", hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"prompt\":", "frogs", "[]", ""})
    void refusesABodyThatIsNoObject(String body) {
        givenUser("1").body(body).post("/api/generate_graph").then().statusCode(400);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        givenUser("1")
                .body("{\"prompt\":\"" + "x".repeat(5_300_000) + "\"}")
                .post("/api/generate_graph")
                .then()
                .statusCode(413);
    }

    @Test
    void asksStrangersAndForgersToSignIn() {
        given().body(prompt("frogs", "bubble_map"))
                .post("/api/generate_graph")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + TestTokens.forged())
                .body(prompt("frogs", "bubble_map"))
                .post("/api/generate_graph")
                .then()
                .statusCode(401);
    }

    @Test
    void servesWhatTheContractPromises() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        int testPort = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.management.test-port", Integer.class)
                .filter(number -> number > 0)
                .orElse(port);
        var served =
                RestAssured.given().port(testPort).get("/q/openapi?format=json").asString();

        Contract.DIAGRAM.assertServes(served);
        Contract.DIAGRAM.assertExamplesAreValid();
    }
}
