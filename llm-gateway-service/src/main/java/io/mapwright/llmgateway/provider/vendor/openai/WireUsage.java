package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Usage;

import java.util.LinkedHashMap;
import java.util.Map;

/** Usage as OpenAI spells it. */
final class WireUsage {

    private WireUsage() {}

    static Map<String, Object> of(Usage usage) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("prompt_tokens", usage.input());
        wire.put("completion_tokens", usage.output());
        wire.put("total_tokens", usage.total());
        wire.put("prompt_tokens_details", Map.of("cached_tokens", usage.cached()));
        wire.put("completion_tokens_details", Map.of("reasoning_tokens", usage.reasoning()));
        return wire;
    }
}
