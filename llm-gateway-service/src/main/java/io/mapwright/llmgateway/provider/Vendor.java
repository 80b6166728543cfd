package io.mapwright.llmgateway.provider;

import java.util.Map;
import java.util.Set;

/** What distinguishes one vendor's OpenAI-compatible endpoint from the next: data for the one call chain, no behaviour. */
public interface Vendor {

    /** The name under which a provider chooses this vendor in configuration. */
    String name();

    /** What its error codes mean. */
    ErrorTable errors();

    /** Parts of the dialect it does not have; a request that needs one is refused instead of being answered wrongly. */
    default Set<Ability> lacks() {
        return Set.of();
    }

    /** Request members sent unless the caller set them. */
    default Map<String, Object> defaults() {
        return Map.of();
    }

    /** Whether a stream tells its usage only when {@code stream_options.include_usage} asks for it. */
    default boolean asksForStreamUsage() {
        return true;
    }
}
