/** The diagrams that people keep. Each is its owner's alone. */
@NullMarked
package io.mapwright.diagram.library;

import org.jspecify.annotations.NullMarked;
