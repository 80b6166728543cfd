package io.mapwright.diagram.library;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.specification.DiagramType;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A kept diagram.
 *
 * @param spec JSON object, presentation members included, in the order in which they were saved
 * @param thumbnail small picture as a data URI
 * @param version 1 when new, one more with every change of content
 */
public record Diagram(
        UUID id,
        String title,
        DiagramType type,
        Language language,
        String spec,
        Optional<String> thumbnail,
        int version,
        boolean pinned,
        Instant createdAt,
        Instant updatedAt) {}
