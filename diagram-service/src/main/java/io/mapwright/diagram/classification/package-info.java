/** Finds out which diagram a text asks for, and what it is about: two different things. */
@NullMarked
package io.mapwright.diagram.classification;

import org.jspecify.annotations.NullMarked;
