/** The pool, and the migration of the schema. */
@NullMarked
package io.mapwright.defaults.database.postgres;

import org.jspecify.annotations.NullMarked;
