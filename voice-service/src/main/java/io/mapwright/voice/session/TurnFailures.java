package io.mapwright.voice.session;

import io.mapwright.voice.completion.CompletionFailure;

/** Tells a client why a turn brought no answer. */
final class TurnFailures {

    private TurnFailures() {}

    static ServerEvent.Failure event(CompletionFailure failure) {
        String type = failure.errorType();
        return switch (type) {
            case "content_filter" ->
                new ServerEvent.Failure(type, "无法处理您的请求，请换个说法", "This cannot be answered, please rephrase it");
            case "rate_limit" ->
                new ServerEvent.Failure(type, "请求过于频繁，请稍后再试", "Too many requests, please retry shortly");
            case "timeout" -> new ServerEvent.Failure(type, "请求超时，请重试", "The assistant took too long, please retry");
            case "quota_exhausted" ->
                new ServerEvent.Failure(
                        type, "服务配额已用尽，请联系管理员", "The quota is exhausted, please contact the administrator");
            case "access_denied" ->
                new ServerEvent.Failure(type, "登录已失效，请重新连接", "The token is no longer accepted, please reconnect");
            case "invalid_parameter" ->
                new ServerEvent.Failure(type, "请求无法处理，请缩短内容", "This cannot be handled, please shorten it");
            case CompletionFailure.NO_RESPONSE ->
                new ServerEvent.Failure(type, "没有得到回答，请重试", "There was no answer, please retry");
            default ->
                new ServerEvent.Failure(
                        type, "语音助手暂时不可用，请稍后再试", "The assistant is not available right now, please retry shortly");
        };
    }
}
