package io.mapwright.diagram.generation.rest;

import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.diagram.model.ModelUnavailableException;

/** What a caller is told when the suite cannot serve a model call. */
final class ModelOutages {

    private ModelOutages() {}

    static ProblemException problem(ModelUnavailableException outage) {
        return switch (outage.reason()) {
            case CALLER_LIMIT ->
                ProblemException.of(429, "rate_limit")
                        .text("您的请求过于频繁，请稍后再试", "You have used up your share for now; please try again shortly")
                        .retryAfter(outage.retryAfter())
                        .build();
            case NO_CAPACITY ->
                ProblemException.of(503, "overloaded")
                        .text("系统繁忙，请稍后再试", "The system is at capacity; please try again shortly")
                        .retryAfter(outage.retryAfter())
                        .cause(outage)
                        .build();
            case DEADLINE ->
                ProblemException.of(504, "timeout")
                        .text("未能在限定时间内完成，请重试", "The diagram was not ready in time; please try again")
                        .retryAfter(outage.retryAfter())
                        .build();
        };
    }
}
