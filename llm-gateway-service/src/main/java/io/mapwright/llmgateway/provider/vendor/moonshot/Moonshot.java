package io.mapwright.llmgateway.provider.vendor.moonshot;

import io.mapwright.llmgateway.provider.Ability;
import io.mapwright.llmgateway.provider.ErrorTable;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.Vendor;
import jakarta.inject.Singleton;

import java.util.Set;

/**
 * Moonshot's Kimi. Its errors have a type and no code, one type for four limits: the words tell which, and "try again after
 * N seconds" is its only retry hint. An unpaid account answers 429 as well.
 */
@Singleton
final class Moonshot implements Vendor {

    private static final ErrorTable ERRORS = ErrorTable.rows()
            .code(Meaning.MONEY_SPENT, "exceeded_current_quota_error")
            .saying(Meaning.DAY_SPENT, "TPD rate limit|max TPD")
            .code(Meaning.NO_CAPACITY, "engine_overloaded_error")
            .saying(Meaning.NO_CAPACITY, "engine is currently overloaded")
            .saying(Meaning.TOO_MANY_AT_ONCE, "max (organization )?concurrency")
            .saying(Meaning.TOO_MANY_TOKENS, "TPM rate limit|max TPM")
            .code(Meaning.TOO_MANY_REQUESTS, "rate_limit_reached_error", "rate_limit_error")
            .code(Meaning.CONTENT_OF_PROMPT, "content_filter")
            .saying(Meaning.TOO_LONG, "input token length too long|exceeded model token limit")
            .code(
                    Meaning.CREDENTIAL,
                    "invalid_authentication_error",
                    "incorrect_api_key_error",
                    "permission_denied_error")
            .code(Meaning.NO_SUCH_MODEL, "resource_not_found_error")
            .code(Meaning.INVALID, "invalid_request_error")
            .code(Meaning.BROKEN, "server_error", "unexpected_output")
            .build();

    @Override
    public String name() {
        return "moonshot";
    }

    @Override
    public ErrorTable errors() {
        return ERRORS;
    }

    @Override
    public Set<Ability> lacks() {
        return Set.of(Ability.LOGPROBS, Ability.LOGIT_BIAS, Ability.SEED);
    }
}
