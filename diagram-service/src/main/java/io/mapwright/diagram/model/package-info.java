/** Language models as diagram-service sees them: one call, one answer, whoever serves it. */
@NullMarked
package io.mapwright.diagram.model;

import org.jspecify.annotations.NullMarked;
