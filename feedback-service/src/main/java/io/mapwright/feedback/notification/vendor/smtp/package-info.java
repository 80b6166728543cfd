/** Rendering and sending mail. */
@NullMarked
package io.mapwright.feedback.notification.vendor.smtp;

import org.jspecify.annotations.NullMarked;
