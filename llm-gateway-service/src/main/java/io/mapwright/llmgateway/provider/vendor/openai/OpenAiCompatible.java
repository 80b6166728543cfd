package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.ErrorTable;
import io.mapwright.llmgateway.provider.Vendor;
import jakarta.inject.Singleton;

/** Any server that speaks the dialect without an accent we know of, such as Ollama or vLLM. */
@Singleton
final class OpenAiCompatible implements Vendor {

    private static final ErrorTable ERRORS = ErrorTable.rows().build();

    @Override
    public String name() {
        return "openai-compatible";
    }

    @Override
    public ErrorTable errors() {
        return ERRORS;
    }
}
