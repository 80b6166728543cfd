package io.mapwright.diagram.generation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The body of every request for diagrams; any member may be missing. {@code models} is for those that ask several. */
record GenerateGraphRequest(
        @Nullable String prompt,
        @JsonProperty("diagram_type") @Nullable String diagramType,
        @Nullable String language,
        @Nullable String llm,
        @Nullable List<@Nullable String> models,
        @JsonProperty("request_type") @Nullable String requestType,
        @JsonProperty("dimension_preference") @Nullable String dimensionPreference,
        @JsonProperty("fixed_dimension") @Nullable String fixedDimension,
        @JsonProperty("locked_topic") @Nullable String lockedTopic,
        @JsonProperty("existing_analogies") @Nullable List<@Nullable Pair> existingAnalogies) {

    /** A pair of a bridge map; its other members are presentation. */
    record Pair(@Nullable String left, @Nullable String right) {}
}
