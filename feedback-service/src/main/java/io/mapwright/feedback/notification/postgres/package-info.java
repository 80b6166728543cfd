/** The outbox, and the mail columns of the feedback table. */
@NullMarked
package io.mapwright.feedback.notification.postgres;

import org.jspecify.annotations.NullMarked;
