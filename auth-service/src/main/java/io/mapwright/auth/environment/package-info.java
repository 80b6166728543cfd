/** What the rest of the service gets handed instead of reaching for it: the time and randomness. */
@NullMarked
package io.mapwright.auth.environment;

import org.jspecify.annotations.NullMarked;
