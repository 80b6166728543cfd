package io.mapwright.llmgateway.provider;

/**
 * A judged {@link ErrorSignal}.
 *
 * @param failure what it is
 * @param known whether a table row decided; otherwise only the HTTP status was left to go by, and the code is news
 */
public record Diagnosis(ProviderFailure failure, boolean known) {

    private static final ErrorTable OPENAI = ErrorTable.rows()
            .code(Meaning.TOO_LONG, "context_length_exceeded")
            .saying(Meaning.TOO_LONG, "maximum context length|context length exceeded|range of input length should be")
            .saying(
                    Meaning.MONEY_SPENT,
                    "insufficient balance|check your plan and billing|overdue|arrears|free allocated quota exceeded|余额不足|欠费")
            .code(Meaning.MONEY_SPENT, "insufficient_quota", "billing_hard_limit_reached", "billing_not_active")
            .code(Meaning.TOO_MANY_TOKENS, "tokens")
            .code(Meaning.TOO_MANY_REQUESTS, "rate_limit_exceeded", "rate_limit_error", "requests")
            .saying(Meaning.TOO_MANY_AT_ONCE, "concurrency|concurrent|并发")
            .saying(Meaning.TOO_MANY_REQUESTS, "rate limit|too many requests|限频|限流")
            .code(Meaning.CONTENT_OF_PROMPT, "content_filter", "content_policy_violation", "data_inspection_failed")
            .code(Meaning.CREDENTIAL, "invalid_api_key", "authentication_error", "permission_error")
            .code(Meaning.NO_SUCH_MODEL, "model_not_found", "not_found_error")
            .code(Meaning.NO_CAPACITY, "overloaded_error", "engine_overloaded")
            .code(Meaning.BROKEN, "server_error", "internal_error", "internal_server_error", "api_error")
            .code(Meaning.INVALID, "invalid_request_error", "invalid_value", "unsupported_parameter", "BadRequestError")
            .build();

    private static final ErrorTable STATUS = ErrorTable.rows()
            .status(Meaning.CREDENTIAL, 401, 403)
            .status(Meaning.MONEY_SPENT, 402)
            .status(Meaning.NO_SUCH_MODEL, 404)
            .status(Meaning.TOO_SLOW, 408, 504)
            .status(Meaning.INVALID, 400, 405, 409, 413, 415, 422)
            .status(Meaning.TOO_MANY_REQUESTS, 429)
            .status(Meaning.NO_CAPACITY, 502, 503)
            .build();

    /**
     * Judges a signal: the vendor's own table first, then OpenAI's words, then the HTTP status.
     *
     * @param vendor the vendor's table
     * @param signal what came over the wire
     */
    public static Diagnosis of(ErrorTable vendor, ErrorSignal signal) {
        return vendor.meaningOf(signal)
                .or(() -> OPENAI.meaningOf(signal))
                .map(meaning -> new Diagnosis(meaning.of(signal), true))
                .orElseGet(() -> guess(vendor, signal));
    }

    private static Diagnosis guess(ErrorTable vendor, ErrorSignal signal) {
        ProviderFailure failure = vendor.guessOf(signal)
                .or(() -> STATUS.meaningOf(signal))
                .orElse(Meaning.BROKEN)
                .of(signal);
        return new Diagnosis(failure, signal.name().isEmpty());
    }
}
