/** Accepting feedback: who may submit how often, whether a person did, and keeping it. */
@NullMarked
package io.mapwright.feedback.submission;

import org.jspecify.annotations.NullMarked;
