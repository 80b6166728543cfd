/** From a sentence to a diagram: classify, ask a model, read and check its answer, lay the diagram out. */
@NullMarked
package io.mapwright.diagram.generation;

import org.jspecify.annotations.NullMarked;
