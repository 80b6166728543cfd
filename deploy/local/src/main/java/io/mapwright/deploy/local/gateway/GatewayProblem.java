package io.mapwright.deploy.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the gateway itself answers when no service can, in the same form in which services answer (RFC 9457 plus
 * {@code error_type} and {@code request_id}).
 *
 * @param status HTTP status
 * @param title the status' reason phrase
 * @param errorType stable machine code
 * @param zh the sentence in Chinese
 * @param en the sentence in English
 * @param retryAfterSeconds when to come back; empty where coming back changes nothing
 */
record GatewayProblem(
        int status, String title, String errorType, String zh, String en, Optional<Integer> retryAfterSeconds) {

    static final GatewayProblem AMBIGUOUS_PATH =
            lasting(400, "Bad Request", "invalid_parameter", "请求路径无效", "The request path is not valid");
    static final GatewayProblem MALFORMED =
            lasting(400, "Bad Request", "invalid_parameter", "无法解析的 HTTP 请求", "This is not a readable HTTP request");
    static final GatewayProblem ORIGIN_REFUSED =
            lasting(403, "Forbidden", "access_denied", "不允许来自该网站的跨域请求", "Requests from this origin are not allowed");
    static final GatewayProblem NO_ROUTE =
            lasting(404, "Not Found", "not_found", "请求的资源不存在", "There is nothing at this address");
    static final GatewayProblem METHOD_REFUSED =
            lasting(405, "Method Not Allowed", "method_not_allowed", "不支持该请求方法", "This method is not supported");
    static final GatewayProblem OVERLOADED = passing(
            503, "Service Unavailable", "overloaded", "系统繁忙，请稍后重试", "The system is busy, please retry shortly", 2);
    static final GatewayProblem UNAVAILABLE = passing(
            503,
            "Service Unavailable",
            "service_error",
            "服务暂时不可用，请稍后重试",
            "The service is temporarily unavailable, please retry shortly",
            2);
    static final GatewayProblem STOPPING = passing(
            503,
            "Service Unavailable",
            "service_error",
            "系统正在重启，请稍后重试",
            "The system is restarting, please retry shortly",
            5);
    static final GatewayProblem TIMED_OUT =
            lasting(504, "Gateway Timeout", "timeout", "请求处理超时，请重试", "The request took too long, please try again");

    static GatewayProblem tooLarge(long limit) {
        return lasting(
                413,
                "Content Too Large",
                "body_too_large",
                "请求内容过大，上限为 " + limit + " 字节",
                "The request body is too large; the limit is " + limit + " bytes");
    }

    private static GatewayProblem lasting(int status, String title, String errorType, String zh, String en) {
        return new GatewayProblem(status, title, errorType, zh, en, Optional.empty());
    }

    private static GatewayProblem passing(
            int status, String title, String errorType, String zh, String en, int seconds) {
        return new GatewayProblem(status, title, errorType, zh, en, Optional.of(seconds));
    }

    /** Writes the answer to {@code request}, whose response head must not have been sent yet. */
    void answer(HttpServerRequest request, String requestId) {
        HttpServerResponse response = request.response();
        String document = new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", prefersEnglish(request) ? en : zh)
                .put("instance", request.path())
                .put("error_type", errorType)
                .put("request_id", requestId)
                .encode();
        retryAfterSeconds.ifPresent(seconds -> response.putHeader("Retry-After", String.valueOf(seconds)));
        response.setStatusCode(status)
                .setStatusMessage(title)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .putHeader(RequestIds.HEADER, requestId)
                .end(document);
    }

    private static boolean prefersEnglish(HttpServerRequest request) {
        return Stream.of("X-Language", "Accept-Language")
                .map(request::getHeader)
                .filter(value -> value != null)
                .flatMap(value -> Stream.of(value.split(",")))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> value.startsWith("zh") || value.startsWith("en"))
                .findFirst()
                .map(value -> value.startsWith("en"))
                .orElse(false);
    }
}
