/** Logins that last: one session per device, refresh tokens that change at every use, reuse that betrays a thief. */
@NullMarked
package io.mapwright.auth.session;

import org.jspecify.annotations.NullMarked;
