/** Where the nodes of a diagram stand on the canvas. */
@NullMarked
package io.mapwright.diagram.layout;

import org.jspecify.annotations.NullMarked;
