/** What waits for the tables. */
@NullMarked
package io.mapwright.feedback.database;

import org.jspecify.annotations.NullMarked;
