/** The pool and the schema's migration. */
@NullMarked
package io.mapwright.feedback.database.postgres;

import org.jspecify.annotations.NullMarked;
