/** What administrators see and change. */
@NullMarked
package io.mapwright.feedback.moderation;

import org.jspecify.annotations.NullMarked;
