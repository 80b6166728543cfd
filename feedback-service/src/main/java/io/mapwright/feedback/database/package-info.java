/** Reaching PostgreSQL within bounds. */
@NullMarked
package io.mapwright.feedback.database;

import org.jspecify.annotations.NullMarked;
