package io.mapwright.llmgateway.overview;

import io.mapwright.llmgateway.GatewayTest;
import io.mapwright.llmgateway.Stage;
import io.mapwright.testkit.OpenApiContract;
import io.mapwright.testkit.TestTokens;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

import static io.mapwright.llmgateway.Stage.ask;
import static io.mapwright.llmgateway.Stage.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@GatewayTest
class OverviewTest {

    private static final String ADMIN = TestTokens.user("1").groups("admin").token();

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @Test
    void showsEveryQuotaOnceWithItsLimitsAndRoutes() {
        ask(chat("hunyuan", "Hello")).then().statusCode(200);

        Stage.as(ADMIN)
                .get("/v1/quota")
                .then()
                .statusCode(200)
                .body("quotas.findAll { it.provider == 'hunyuan' }", hasSize(1))
                .body("quotas.find { it.provider == 'hunyuan' }.limits.dimension", hasItem("concurrency"))
                .body("quotas.find { it.provider == 'hunyuan' }.routes.model", hasItem("hunyuan"))
                .body("quotas.find { it.provider == 'hunyuan' }.routes.breaker", hasItem("closed"));
    }

    @Test
    void showsTheQuotasOfOneProvider() {
        Stage.as(ADMIN)
                .get("/v1/quota/dashscope")
                .then()
                .statusCode(200)
                .body("quotas.provider.unique()", equalTo(List.of("dashscope")));
        Stage.as(ADMIN).get("/v1/quota/nobody").then().statusCode(404);
    }

    @Test
    void saysThatEveryModelCanBeReachedWithoutCallingOne() {
        Stage.heal();

        Stage.as(ADMIN)
                .get("/api/llm/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("healthy"))
                .body("models.qwen.available", equalTo(true));

        assertThat(Stage.calls()).isEmpty();
    }

    @Test
    void countsCallsByRoute() {
        ask(chat("doubao", "Hello")).then().statusCode(200);

        Stage.as(ADMIN)
                .get("/api/llm/metrics")
                .then()
                .statusCode(200)
                .body("routes.find { it.provider == 'ark' }.calls", greaterThanOrEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/quota", "/api/llm/health", "/api/llm/metrics"})
    void isNotForEverybody(String path) {
        Stage.teacher().get(path).then().statusCode(403);
        RestAssured.given().get(path).then().statusCode(401);
    }

    @Test
    void isServedAsItsContractSays() {
        String served = RestAssured.given()
                .port(management)
                .get("/q/openapi?format=json")
                .asString();

        OpenApiContract.of("llm-gateway").assertServes(served);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen_ai_server_request_duration_seconds_count",
                "gen_ai_client_operation_duration_seconds_count",
                "gen_ai_client_token_usage_count",
                "llm_gateway_overhead_seconds_count",
                "llm_gateway_breaker_state",
                "llm_gateway_admission_decisions_total",
                "llm_gateway_admission_wait_seconds_count",
                "llm_gateway_tokens_reserved_total",
                "llm_gateway_tokens_settled_total",
                "llm_gateway_quota_limit",
                "llm_gateway_quota_effective",
                "llm_gateway_quota_used",
                "llm_gateway_permits_in_flight",
                "llm_gateway_queue_depth",
                "llm_gateway_redis_degraded",
                "llm_gateway_usage_records_waiting",
                "llm_gateway_usage_records_lost_total"
            })
    void isMeasured(String metric) {
        ask(chat("qwen", "Hello")).then().statusCode(200);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(RestAssured.given()
                                .port(management)
                                .get("/q/metrics")
                                .asString())
                        .contains(metric));
    }
}
