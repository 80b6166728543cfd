package io.mapwright.defaults.problem;

import java.time.Duration;

/** The answers that every service gives in the same words. */
public final class Problems {

    /** When to come back after an outage of ours whose end nobody can foretell. */
    private static final Duration OUTAGE_RETRY = Duration.ofSeconds(2);

    private Problems() {}

    /** 503: something this service depends on does not answer. Nothing was stored. */
    public static ProblemException unavailable(Throwable cause) {
        return ProblemException.of(503, "service_error")
                .text("服务暂时不可用，请稍后重试", "The service is temporarily unavailable, please retry shortly")
                .retryAfter(OUTAGE_RETRY)
                .cause(cause)
                .build();
    }

    /** 401: this credential is bad. Never for an outage. */
    public static ProblemException unauthenticated(String zh, String en) {
        return ProblemException.of(401, "access_denied")
                .text(zh, en)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    /** 403: authenticated, and not allowed. */
    public static ProblemException forbidden() {
        return ProblemException.of(403, "access_denied")
                .text("您没有执行此操作的权限", "You are not allowed to do this")
                .build();
    }

    /** 404: nothing here. */
    public static ProblemException notFound() {
        return ProblemException.of(404, "not_found")
                .text("请求的资源不存在", "There is nothing at this address")
                .build();
    }

    /** 413: larger than this service reads. */
    public static ProblemException tooLarge(long limitBytes) {
        return ProblemException.of(413, "body_too_large")
                .text(
                        "请求内容过大，上限为 " + limitBytes + " 字节",
                        "The request body is too large; the limit is " + limitBytes + " bytes")
                .build();
    }
}
