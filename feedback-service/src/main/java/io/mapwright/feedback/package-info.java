/**
 * Takes feedback, keeps it, and sees to it that each one reaches the people who read it by mail.
 *
 * <p>{@code submission} accepts and stores, {@code notification} owes and sends the mail, {@code moderation} is what
 * administrators see, {@code database} is how all of them reach PostgreSQL.
 */
@NullMarked
package io.mapwright.feedback;

import org.jspecify.annotations.NullMarked;
