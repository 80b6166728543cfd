package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.limit.Refusal;
import io.mapwright.deploy.simulator.limit.Standing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** OpenAI's {@code x-ratelimit-*} and {@code retry-after} headers. */
final class RateLimitHeaders {

    private RateLimitHeaders() {}

    static Map<String, String> of(Standing standing) {
        Map<String, String> headers = new LinkedHashMap<>();
        add(headers, "requests", standing.requests(), standing.requestsLeft(), standing.requestsResetNanos());
        add(headers, "tokens", standing.tokens(), standing.tokensLeft(), standing.tokensResetNanos());
        return headers;
    }

    static Map<String, String> of(Refusal refusal) {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(refusal.waitNanos()));
        return Map.of("retry-after", Long.toString(refusal.waitSeconds()), "retry-after-ms", Long.toString(millis));
    }

    private static void add(Map<String, String> headers, String kind, long limit, long left, long resetNanos) {
        if (limit > 0) {
            headers.put("x-ratelimit-limit-" + kind, Long.toString(limit));
            headers.put("x-ratelimit-remaining-" + kind, Long.toString(left));
            headers.put("x-ratelimit-reset-" + kind, duration(TimeUnit.NANOSECONDS.toMillis(resetNanos)));
        }
    }

    /** As {@code 12ms}, {@code 1s}, {@code 6m0s}. */
    static String duration(long millis) {
        if (millis < 1_000) {
            return millis + "ms";
        }
        long seconds = Math.ceilDiv(millis, 1_000);
        return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
    }
}
