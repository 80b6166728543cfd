/**
 * The diagrams: ten map types, and nine thinking tools that are drawn as mind maps. Each map is a record that cannot
 * break the rules of its type, and knows how to read itself from the JSON of a language model.
 */
@NullMarked
package io.mapwright.diagram.specification;

import org.jspecify.annotations.NullMarked;
