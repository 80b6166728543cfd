/** The model gateway's HTTP interface. */
@NullMarked
package io.mapwright.voice.completion.client;

import org.jspecify.annotations.NullMarked;
