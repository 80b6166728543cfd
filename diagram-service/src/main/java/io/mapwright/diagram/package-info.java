/** diagram-service: from a sentence to a thinking map, and the library of the maps people keep. */
@NullMarked
package io.mapwright.diagram;

import org.jspecify.annotations.NullMarked;
