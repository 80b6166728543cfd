/** The feedback table, as submission writes it. */
@NullMarked
package io.mapwright.feedback.submission.postgres;

import org.jspecify.annotations.NullMarked;
