/** {@code /ws/voice/...}: frames in and out. */
@NullMarked
package io.mapwright.voice.session.ws;

import org.jspecify.annotations.NullMarked;
