/** The feedback table, as administrators read and change it. */
@NullMarked
package io.mapwright.feedback.moderation.postgres;

import org.jspecify.annotations.NullMarked;
