/**
 * JSON as plain values, so that the features can read, rewrite and write diagrams without knowing a JSON library.
 */
@NullMarked
package io.mapwright.diagram.json;

import org.jspecify.annotations.NullMarked;
