/** The topic {@code feedback.email-requested.v1}, both ends. */
@NullMarked
package io.mapwright.feedback.notification.kafka;

import org.jspecify.annotations.NullMarked;
