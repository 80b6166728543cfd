package io.mapwright.llmgateway.provider.vendor.deepseek;

import io.mapwright.llmgateway.provider.Ability;
import io.mapwright.llmgateway.provider.ErrorTable;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.Vendor;
import jakarta.inject.Singleton;

import java.util.Set;

/**
 * DeepSeek's own API. It limits nothing but concurrency, so its 429 always means that; its code is always {@code
 * invalid_request_error}, so words and status decide.
 */
@Singleton
final class DeepSeek implements Vendor {

    private static final ErrorTable ERRORS = ErrorTable.rows()
            .saying(Meaning.CONTENT_OF_PROMPT, "content exists risk")
            .saying(Meaning.TOO_LONG, "maximum context length")
            .saying(Meaning.NO_SUCH_MODEL, "model not exist")
            .status(Meaning.TOO_MANY_AT_ONCE, 429)
            .status(Meaning.MONEY_SPENT, 402)
            .status(Meaning.CREDENTIAL, 401)
            .status(Meaning.INVALID, 400, 422)
            .status(Meaning.BROKEN, 500)
            .status(Meaning.NO_CAPACITY, 503)
            .build();

    @Override
    public String name() {
        return "deepseek";
    }

    @Override
    public ErrorTable errors() {
        return ERRORS;
    }

    @Override
    public Set<Ability> lacks() {
        return Set.of(Ability.SEVERAL_CHOICES, Ability.SEED, Ability.LOGIT_BIAS, Ability.PARALLEL_TOOL_CALLS);
    }
}
