/** Partner platforms: an API key becomes a token of auth-service. */
@NullMarked
package io.mapwright.diagram.access;

import org.jspecify.annotations.NullMarked;
