/** The library in PostgreSQL. */
@NullMarked
package io.mapwright.diagram.library.postgres;

import org.jspecify.annotations.NullMarked;
