/** Keys by which partner platforms come in: what they may spend, and the short-lived tokens they are exchanged for. */
@NullMarked
package io.mapwright.auth.apikey;

import org.jspecify.annotations.NullMarked;
