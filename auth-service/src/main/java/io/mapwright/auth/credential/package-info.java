/** Passwords: what makes one acceptable, how they are kept, how a flood of checks is held off. */
@NullMarked
package io.mapwright.auth.credential;

import org.jspecify.annotations.NullMarked;
