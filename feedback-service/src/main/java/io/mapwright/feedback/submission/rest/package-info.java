/** {@code POST /api/feedback}. */
@NullMarked
package io.mapwright.feedback.submission.rest;

import org.jspecify.annotations.NullMarked;
