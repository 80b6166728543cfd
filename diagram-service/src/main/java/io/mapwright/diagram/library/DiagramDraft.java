package io.mapwright.diagram.library;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.specification.DiagramType;

import java.util.Optional;

/**
 * A diagram to be kept.
 *
 * @param spec JSON object
 * @param thumbnail small picture as a data URI
 */
public record DiagramDraft(
        String title, DiagramType type, Language language, String spec, Optional<String> thumbnail) {}
