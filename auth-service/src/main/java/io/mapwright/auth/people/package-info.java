/** Looking after people: finding them, changing them, letting them in again. */
@NullMarked
package io.mapwright.auth.people;

import org.jspecify.annotations.NullMarked;
