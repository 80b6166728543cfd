/** Live sessions in which somebody talks to their map: what they say is understood, done or answered. {@code session} holds the socket, {@code understanding} decides what was meant, {@code action} what can be done to a map, {@code conversation} answers the rest, {@code completion} asks the model gateway. */
@NullMarked
package io.mapwright.voice;

import org.jspecify.annotations.NullMarked;
