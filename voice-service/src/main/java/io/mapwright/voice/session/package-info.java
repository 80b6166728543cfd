/** One live session: who may hold it, how long, how fast, and what happens in it. */
@NullMarked
package io.mapwright.voice.session;

import org.jspecify.annotations.NullMarked;
