package io.mapwright.diagram.library;

import java.util.Optional;

/**
 * A change of a diagram's content; what is empty stays as it is.
 *
 * @param version the version that the editor started from
 * @param spec JSON object
 */
public record DiagramEdit(int version, Optional<String> title, Optional<String> spec, Optional<String> thumbnail) {}
