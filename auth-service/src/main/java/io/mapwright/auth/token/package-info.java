/** The proof of who somebody is: signed access tokens, the keys that sign them, the key set by which others verify. */
@NullMarked
package io.mapwright.auth.token;

import org.jspecify.annotations.NullMarked;
