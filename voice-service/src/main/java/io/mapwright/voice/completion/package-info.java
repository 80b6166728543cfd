/** Asking a language model, through the model gateway and nothing else. */
@NullMarked
package io.mapwright.voice.completion;

import org.jspecify.annotations.NullMarked;
