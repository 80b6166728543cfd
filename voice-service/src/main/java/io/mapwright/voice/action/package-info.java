/** What can be done to a map and its panels, and how a wish is tied to the map at hand. */
@NullMarked
package io.mapwright.voice.action;

import org.jspecify.annotations.NullMarked;
