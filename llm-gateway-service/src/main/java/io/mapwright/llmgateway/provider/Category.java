package io.mapwright.llmgateway.provider;

import io.mapwright.defaults.problem.Text;

import java.util.Locale;

/** The kinds of provider failure, the same for every provider. */
public enum Category {
    RATE_LIMITED(false, "AI服务繁忙，请稍后重试", "The AI service is busy, please retry shortly"),
    CONCURRENCY_LIMITED(false, "AI服务繁忙，请稍后重试", "The AI service is busy, please retry shortly"),
    QUOTA_EXHAUSTED(
            true, "服务配额已用尽，请联系管理员", "The quota of the AI service is exhausted, please contact the administrator"),
    INVALID_REQUEST(false, "请求参数有误", "The model does not accept this request"),
    CONTENT_FILTERED(false, "无法处理您的请求，请尝试修改主题描述", "The model's content rules refuse this request, please rephrase it"),
    AUTH(true, "服务暂不可用，请联系管理员", "The AI service is not available, please contact the administrator"),
    MODEL_NOT_FOUND(true, "模型不可用", "The model is not available"),
    CONTEXT_TOO_LONG(false, "输入内容过长", "The input is too long for this model"),
    OVERLOADED(true, "AI服务繁忙，请稍后重试", "The AI service is overloaded, please retry shortly"),
    TIMEOUT(true, "请求超时，请重试", "The AI service took too long, please retry"),
    SERVER_ERROR(true, "AI服务出错，请稍后重试", "The AI service failed, please retry shortly");

    private final boolean routeSuspect;
    private final Text text;

    Category(boolean routeSuspect, String zh, String en) {
        this.routeSuspect = routeSuspect;
        this.text = new Text(zh, en);
    }

    /** Whether such a failure speaks against the route, so that its breaker counts it. Limits do not: the quota sees them. */
    public boolean isRouteSuspect() {
        return routeSuspect;
    }

    /** What a user is told. It never repeats the provider's words. */
    public Text text() {
        return text;
    }

    /** Its name in events, metrics and error objects. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
