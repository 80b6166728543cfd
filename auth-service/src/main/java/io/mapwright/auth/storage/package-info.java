/** How this service reaches PostgreSQL and Redis: limits of every call, the schema, nothing of what is stored. */
@NullMarked
package io.mapwright.auth.storage;

import org.jspecify.annotations.NullMarked;
