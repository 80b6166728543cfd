/** How this service calls the others. */
@NullMarked
package io.mapwright.diagram.sibling;

import org.jspecify.annotations.NullMarked;
