/**
 * Reads the JSON object out of what a language model answered, however damaged: fences and prose around it, typographic
 * quotes, comments, trailing or missing commas, raw line breaks in strings, duplicate keys, a missing tail.
 */
@NullMarked
package io.mapwright.diagram.repair;

import org.jspecify.annotations.NullMarked;
