/** Answering what is no command. */
@NullMarked
package io.mapwright.voice.conversation;

import org.jspecify.annotations.NullMarked;
