package io.mapwright.diagram.library;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.specification.DiagramType;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A kept diagram as a list shows it. */
public record DiagramSummary(
        UUID id,
        String title,
        DiagramType type,
        Language language,
        Optional<String> thumbnail,
        int version,
        boolean pinned,
        Instant createdAt,
        Instant updatedAt) {}
