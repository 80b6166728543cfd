/** How a service reaches PostgreSQL: its share of the connections, limits of every wait, the schema. */
@NullMarked
package io.mapwright.defaults.database;

import org.jspecify.annotations.NullMarked;
