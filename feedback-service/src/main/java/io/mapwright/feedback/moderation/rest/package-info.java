/** {@code /api/feedback/admin}. */
@NullMarked
package io.mapwright.feedback.moderation.rest;

import org.jspecify.annotations.NullMarked;
