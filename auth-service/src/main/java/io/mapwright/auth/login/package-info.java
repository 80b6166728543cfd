/** Coming in: registration with an invitation, login with a password, and what stands against guessing. */
@NullMarked
package io.mapwright.auth.login;

import org.jspecify.annotations.NullMarked;
