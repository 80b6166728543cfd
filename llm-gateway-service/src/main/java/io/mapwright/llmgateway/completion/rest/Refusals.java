package io.mapwright.llmgateway.completion.rest;

import io.mapwright.defaults.problem.Text;
import io.mapwright.llmgateway.completion.Refusal;
import io.mapwright.llmgateway.provider.Category;
import io.mapwright.llmgateway.provider.ProviderFailure;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Says refusals in HTTP and in OpenAI's words: 429 is the caller's own share, 503 is what everybody shares. */
final class Refusals {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AFTER_BILLING = Duration.ofMinutes(10);

    private Refusals() {}

    static OpenAiError error(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownModel unknown -> unknownModel(unknown);
            case Refusal.Unsupported unsupported ->
                gateway(
                        400,
                        "invalid_request_error",
                        "unsupported_parameter",
                        Optional.of(unsupported.member()),
                        new Text(
                                "模型 " + unsupported.model() + " 的提供商不支持参数 " + unsupported.member(),
                                "No provider of model " + unsupported.model() + " supports " + unsupported.member()));
            case Refusal.TooLarge large ->
                gateway(
                        413,
                        "invalid_request_error",
                        "request_too_large",
                        Optional.of("messages"),
                        new Text(
                                "请求需要 " + large.asked() + "，超过上限 " + large.allowed() + "（" + name(large.limit()) + "）",
                                "The request needs " + large.asked() + " of " + name(large.limit())
                                        + ", more than the limit of " + large.allowed() + " itself"));
            case Refusal.Busy busy -> busy(busy);
            case Refusal.NoRoute none ->
                waiting(
                        503,
                        "provider_down",
                        new Text("AI服务暂时不可用，请稍后重试", "All providers of this model are failing; please retry shortly"),
                        none.retryAfter());
            case Refusal.DeadlinePassed passed ->
                gateway(
                        504,
                        "timeout_error",
                        "deadline_exceeded",
                        Optional.empty(),
                        new Text("在截止时间内未能完成请求", "The deadline passed before there was an answer"));
            case Refusal.ProviderFailed failed -> provider(failed.failure());
        };
    }

    /** The error of a stream that broke after it had begun; only its members matter then. */
    static OpenAiError provider(ProviderFailure failure) {
        Category category = failure.category();
        int status = status(category);
        Optional<Duration> retryAfter = status == 503
                ? Optional.of(
                        category == Category.QUOTA_EXHAUSTED
                                ? AFTER_BILLING
                                : failure.signal()
                                        .statedDelay()
                                        .filter(Duration::isPositive)
                                        .orElse(SOON))
                : Optional.empty();
        return new OpenAiError(
                status,
                type(status),
                category.wireName(),
                Optional.empty(),
                category.text(),
                retryAfter,
                OpenAiError.Source.PROVIDER);
    }

    private static int status(Category category) {
        return switch (category) {
            case RATE_LIMITED, CONCURRENCY_LIMITED, OVERLOADED, QUOTA_EXHAUSTED -> 503;
            case INVALID_REQUEST, CONTENT_FILTERED, CONTEXT_TOO_LONG -> 400;
            case TIMEOUT -> 504;
            case AUTH, MODEL_NOT_FOUND, SERVER_ERROR -> 502;
        };
    }

    private static String type(int status) {
        return switch (status) {
            case 400 -> "invalid_request_error";
            case 503 -> "service_unavailable_error";
            case 504 -> "timeout_error";
            default -> "api_error";
        };
    }

    private static OpenAiError unknownModel(Refusal.UnknownModel unknown) {
        String zh = String.join("、", unknown.known());
        String en = String.join(", ", unknown.known());
        return gateway(
                404,
                "invalid_request_error",
                "model_not_found",
                Optional.of("model"),
                new Text(
                        "没有名为 " + unknown.asked() + " 的模型，可用模型：" + zh,
                        "There is no model named " + unknown.asked() + "; known models: " + en));
    }

    private static OpenAiError busy(Refusal.Busy busy) {
        if (busy.reason().isCallersOwn()) {
            return new OpenAiError(
                    429,
                    "rate_limit_error",
                    "budget_spent",
                    Optional.empty(),
                    new Text("您的用量额度已用完", "Your own budget is used up"),
                    Optional.of(busy.retryAfter()),
                    OpenAiError.Source.GATEWAY);
        }
        return waiting(
                503,
                busy.reason().name().toLowerCase(Locale.ROOT),
                new Text(
                        "AI服务繁忙，请在 " + seconds(busy.retryAfter()) + " 秒后重试",
                        "The AI service is busy, please retry in " + seconds(busy.retryAfter()) + " s"),
                busy.retryAfter());
    }

    private static OpenAiError waiting(int status, String code, Text message, Duration retryAfter) {
        return new OpenAiError(
                status,
                type(status),
                code,
                Optional.empty(),
                message,
                Optional.of(retryAfter),
                OpenAiError.Source.GATEWAY);
    }

    private static OpenAiError gateway(int status, String type, String code, Optional<String> parameter, Text message) {
        return new OpenAiError(status, type, code, parameter, message, Optional.empty(), OpenAiError.Source.GATEWAY);
    }

    private static String name(Enum<?> limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }

    private static long seconds(Duration delay) {
        return Math.max(1, Math.ceilDiv(delay.toMillis(), 1000));
    }
}
