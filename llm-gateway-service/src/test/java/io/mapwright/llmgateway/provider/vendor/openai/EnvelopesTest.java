package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Category;
import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.Vendors;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole refusals as they come over the wire: every form in which the vendors pack an error. */
class EnvelopesTest {

    record Wire(String name, String vendor, int status, String body, Category category, String requestId) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wire> refusals() {
        return Stream.of(dashScopes(), pagesAndWords(), others(), tencents(), strangers())
                .flatMap(wires -> wires);
    }

    private static Stream<Wire> dashScopes() {
        return Stream.of(
                new Wire(
                        "flat, native DashScope",
                        "dashscope",
                        429,
                        """
                        {"code":"Throttling.RateQuota","message":"Requests rate limit exceeded, please try again later.","request_id":"7438d53d-6eb8-4596-8835"}""",
                        Category.RATE_LIMITED,
                        "7438d53d-6eb8-4596-8835"),
                new Wire("id and request_id outside", "dashscope", 400, """
                        {"error":{"message":"Input data may contain inappropriate content. For details, see: x","type":"data_inspection_failed","param":null,"code":"data_inspection_failed"},"id":"chatcmpl-c2b25c93","request_id":"c2b25c93"}""", Category.CONTENT_FILTERED, "c2b25c93"),
                new Wire("request_id inside", "dashscope", 429, """
                        {"error":{"message":"You have exceeded your current request limit.","type":"limit_requests","param":null,"code":"limit_requests","request_id":"in-1"}}""", Category.RATE_LIMITED, "in-1"),
                new Wire("no ids, no param", "dashscope", 400, """
                        {"error":{"code":"Arrearage","message":"Access denied, please make sure your account is in good standing.","type":"Arrearage"}}""", Category.QUOTA_EXHAUSTED, ""),
                new Wire("framed as an event", "dashscope", 400, """
                        data: {"error":{"message":"<400> InternalError.Algo.DataInspectionFailed: Input text data may contain inappropriate content.","type":"data_inspection_failed","param":null,"code":"data_inspection_failed"},"id":"chatcmpl-1"}

                        """, Category.CONTENT_FILTERED, "chatcmpl-1"),
                new Wire(
                        "framed as a native event",
                        "dashscope",
                        400,
                        "id:1\nevent:error\n:HTTP_STATUS/400\ndata:{\"code\":\"InvalidParameter\",\"message\":\"Preprocessor error\",\"request_id\":\"0cbe6006\"}\n\n",
                        Category.INVALID_REQUEST,
                        "0cbe6006"));
    }

    private static Stream<Wire> pagesAndWords() {
        return Stream.of(
                new Wire("empty 429", "dashscope", 429, "", Category.RATE_LIMITED, ""),
                new Wire("empty 503", "ark", 503, "", Category.OVERLOADED, ""),
                new Wire(
                        "a proxy's page, 502",
                        "dashscope",
                        502,
                        "<html><head><title>502 Bad Gateway</title></head><body>insufficient balance</body></html>",
                        Category.OVERLOADED,
                        ""),
                new Wire(
                        "a proxy's page, 504",
                        "moonshot",
                        504,
                        "\r\n<!DOCTYPE html><html><body>504 Gateway Time-out</body></html>",
                        Category.TIMEOUT,
                        ""),
                new Wire(
                        "plain words",
                        "deepseek",
                        422,
                        "Failed to deserialize the JSON body into the target type: missing field `model` at line 1 column 164",
                        Category.INVALID_REQUEST,
                        ""),
                new Wire(
                        "blank lines before",
                        "deepseek",
                        402,
                        "\n\n\n{\"error\":{\"message\":\"Insufficient Balance\",\"type\":\"unknown_error\",\"param\":null,\"code\":\"invalid_request_error\"}}",
                        Category.QUOTA_EXHAUSTED,
                        ""));
    }

    private static Stream<Wire> others() {
        return Stream.of(
                new Wire("no code", "moonshot", 429, """
                        {"error":{"message":"Your account org-XXXX<ak-YYYY> request reached max organization concurrency: 1, please try again after 1 seconds","type":"rate_limit_reached_error"}}""", Category.CONCURRENCY_LIMITED, ""),
                new Wire("Anthropic's", "moonshot", 429, """
                        {"error":{"type":"rate_limit_error","message":"The engine is currently overloaded, please try again later"},"type":"error"}""", Category.OVERLOADED, ""));
    }

    private static Stream<Wire> tencents() {
        return Stream.of(
                new Wire(
                        "a number as code, id inside",
                        "hunyuan",
                        400,
                        """
                        {"error":{"id":"75dd945dd905ae9d84a22cbad69bc57d","message":"请求限频，请稍后重试","type":"runtime_error","param":null,"code":"2003"}}""",
                        Category.CONCURRENCY_LIMITED,
                        "75dd945dd905ae9d84a22cbad69bc57d"),
                new Wire("the same without id", "hunyuan", 400, """
                        {"error":{"message":"请求限频，请稍后重试","type":"runtime_error","code":2003}}""", Category.CONCURRENCY_LIMITED, ""),
                new Wire("Tencent's, with HTTP 200", "hunyuan", 200, """
                        {"Response":{"Error":{"Code":"FailedOperation.EngineServerLimitExceeded","Message":"x"},"RequestId":"r-77"}}""", Category.CONCURRENCY_LIMITED, "r-77"),
                new Wire("Tencent's in a stream", "hunyuan", 200, """
                        {"ErrorMsg":{"Msg":"服务并发超限","Code":3597823239}}""", Category.CONCURRENCY_LIMITED, ""));
    }

    private static Stream<Wire> strangers() {
        return Stream.of(
                new Wire("the id at the end of the words", "ark", 429, """
                        {"error":{"code":"ModelAccountRpmRateLimitExceeded","message":"RPM (Requests Per Minute) limit of the model doubao-seed-1-6-vision is exceeded. Please try again later Request id: 021760409abc","param":"","type":"TooManyRequests"}}""", Category.RATE_LIMITED, "021760409abc"),
                new Wire("error as words", "openai-compatible", 404, """
                        {"error":"model 'llama3.2' not found"}""", Category.MODEL_NOT_FOUND, ""),
                new Wire("FastAPI's", "openai-compatible", 422, """
                        {"detail":[{"loc":["body","messages"],"msg":"field required"}]}""", Category.INVALID_REQUEST, ""),
                new Wire("cut in the middle", "ark", 500, "{\"error\":{\"code\":\"Inter", Category.SERVER_ERROR, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void areUnderstood(Wire wire) {
        Diagnosis diagnosis = read(wire.vendor(), wire.status(), headers(), wire.body());

        assertThat(diagnosis.failure().category()).isEqualTo(wire.category());
        assertThat(diagnosis.failure().signal().requestId().orElse("")).isEqualTo(wire.requestId());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void areUnderstoodWithWindowsLineEndsAndBlanksAroundThem(Wire wire) {
        String body = "\r\n" + wire.body().replace("\n", "\r\n") + "\r\n";

        assertThat(read(wire.vendor(), wire.status(), headers(), body).failure().category())
                .isEqualTo(wire.category());
    }

    @Test
    void takeTheRequestIdFromTheHeaderWhereTheBodyHasNone() {
        MultiMap headers = headers().add("x-request-id", "from-header");

        assertThat(read("ark", 503, headers, "").failure().signal().requestId()).contains("from-header");
    }

    @Test
    void preferTheFinestStatementOfADelay() {
        String words =
                "{\"error\":{\"message\":\"please try again after 9 seconds\",\"type\":\"rate_limit_reached_error\"}}";

        assertThat(delay(headers(), words)).isEqualTo(Duration.ofSeconds(9));
        assertThat(delay(headers().add("retry-after", "4"), words)).isEqualTo(Duration.ofSeconds(4));
        assertThat(delay(headers().add("retry-after", "4").add("x-ms-retry-after-ms", "2500"), words))
                .isEqualTo(Duration.ofMillis(2500));
        assertThat(delay(
                        headers()
                                .add("retry-after", "4")
                                .add("x-ms-retry-after-ms", "2500")
                                .add("retry-after-ms", "120"),
                        words))
                .isEqualTo(Duration.ofMillis(120));
        assertThat(delay(headers().add("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT"), words))
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(delay(headers().add("retry-after", "3600"), words)).isEqualTo(Duration.ofSeconds(60));
    }

    @Property(tries = 400)
    void neverThrowForAnyBytes(
            @ForAll @Size(max = 400) byte[] noise, @ForAll @IntRange(min = 100, max = 599) int status) {
        Vendors.all()
                .keySet()
                .forEach(vendor -> assertThat(new Verdicts(Vendors.all().get(vendor), new ChatJson())
                                .ofBody(status, headers(), noise))
                        .isNotNull());
    }

    private static Duration delay(MultiMap headers, String body) {
        return read("moonshot", 429, headers, body)
                .failure()
                .signal()
                .statedDelay()
                .orElseThrow();
    }

    private static Diagnosis read(String vendor, int status, MultiMap headers, String body) {
        return new Verdicts(Vendors.all().get(vendor), new ChatJson())
                .ofBody(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static MultiMap headers() {
        return HttpHeaders.headers();
    }
}
