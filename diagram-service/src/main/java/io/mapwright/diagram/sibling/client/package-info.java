/** Calls over HTTP that are bounded in time, size and number, and that stop when nobody waits for them. */
@NullMarked
package io.mapwright.diagram.sibling.client;

import org.jspecify.annotations.NullMarked;
