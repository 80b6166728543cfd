package io.mapwright.llmgateway.completion.rest;

import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import jakarta.ws.rs.core.Response;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is left of the quota behind an answer, in the fields of draft-ietf-httpapi-ratelimit-headers and in those that
 * OpenAI's clients read. The quota is everybody's: others spend it too.
 */
final class LimitHeaders {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private LimitHeaders() {}

    /** @param comeBack when a refused caller may return, empty for one that was served */
    static void add(Response.ResponseBuilder response, List<QuotaSnapshot.Usage> limits, Optional<Duration> comeBack) {
        List<QuotaSnapshot.Usage> told =
                limits.stream().filter(limit -> limit.effective() > 0).toList();
        if (told.isEmpty()) {
            return;
        }
        response.header(
                "RateLimit-Policy", told.stream().map(LimitHeaders::policy).collect(Collectors.joining(", ")));
        String reset = comeBack.map(wait -> ";t=" + Math.max(1, Math.ceilDiv(wait.toMillis(), 1000)))
                .orElse("");
        response.header(
                "RateLimit",
                told.stream()
                        .map(limit -> "\"" + name(limit) + "\";r=" + left(limit) + reset)
                        .collect(Collectors.joining(", ")));
        told.forEach(limit -> addOpenAi(response, limit, comeBack));
    }

    private static void addOpenAi(
            Response.ResponseBuilder response, QuotaSnapshot.Usage limit, Optional<Duration> comeBack) {
        String kind =
                switch (limit.dimension()) {
                    case REQUESTS_PER_MINUTE -> "requests";
                    case TOKENS_PER_MINUTE -> "tokens";
                    default -> "";
                };
        if (kind.isEmpty()) {
            return;
        }
        // A rolling minute is whole again when its newest call has left it.
        Duration reset = limit.used() == 0 ? Duration.ZERO : comeBack.orElse(WINDOW);
        response.header("x-ratelimit-limit-" + kind, limit.effective())
                .header("x-ratelimit-remaining-" + kind, left(limit))
                .header("x-ratelimit-reset-" + kind, openAi(reset));
    }

    private static String policy(QuotaSnapshot.Usage limit) {
        String unit =
                switch (limit.dimension()) {
                    case CONCURRENCY -> "concurrent-requests";
                    case TOKENS_PER_SECOND,
                            TOKENS_PER_MINUTE,
                            TOKENS_PER_DAY,
                            USER_TOKENS_PER_DAY,
                            ORGANIZATION_TOKENS_PER_DAY -> "tokens";
                    case REQUESTS_PER_SECOND, REQUESTS_PER_MINUTE, REQUESTS_PER_DAY, GROWTH -> "requests";
                };
        return "\"" + name(limit) + "\";q=" + limit.effective() + ";qu=\"" + unit + "\""
                + window(limit.dimension())
                        .map(seconds -> ";w=" + seconds.toSeconds())
                        .orElse("");
    }

    private static Optional<Duration> window(Dimension dimension) {
        return switch (dimension) {
            case REQUESTS_PER_SECOND, TOKENS_PER_SECOND -> Optional.of(Duration.ofSeconds(1));
            case REQUESTS_PER_MINUTE, TOKENS_PER_MINUTE -> Optional.of(WINDOW);
            case REQUESTS_PER_DAY, TOKENS_PER_DAY, USER_TOKENS_PER_DAY, ORGANIZATION_TOKENS_PER_DAY ->
                Optional.of(Duration.ofDays(1));
            case CONCURRENCY, GROWTH -> Optional.empty();
        };
    }

    private static String name(QuotaSnapshot.Usage limit) {
        return limit.dimension().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long left(QuotaSnapshot.Usage limit) {
        return Math.max(0, limit.effective() - limit.used());
    }

    /** OpenAI writes {@code 6m0s, 1s, 12ms}. */
    private static String openAi(Duration wait) {
        if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
            return wait.toMillis() + "ms";
        }
        long minutes = wait.toMinutes();
        long seconds = Math.ceilDiv(wait.toMillis() - minutes * 60_000, 1000);
        return minutes == 0 ? seconds + "s" : minutes + "m" + seconds + "s";
    }
}
