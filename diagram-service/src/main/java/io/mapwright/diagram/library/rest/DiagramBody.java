package io.mapwright.diagram.library.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The body of requests that keep or change a diagram; any member may be missing. */
record DiagramBody(
        @Nullable String title,
        @JsonProperty("diagram_type") @Nullable String diagramType,
        @Nullable JsonNode spec,
        @Nullable String language,
        @Nullable String thumbnail,
        @Nullable Integer version) {}
