/** The mail about each feedback: requested through an outbox, owed once requested, tried until sent. */
@NullMarked
package io.mapwright.feedback.notification;

import org.jspecify.annotations.NullMarked;
