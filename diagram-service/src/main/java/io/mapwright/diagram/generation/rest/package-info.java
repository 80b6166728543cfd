/** Generation over HTTP. */
@NullMarked
package io.mapwright.diagram.generation.rest;

import org.jspecify.annotations.NullMarked;
