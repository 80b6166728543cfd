/** What was meant by what was said. */
@NullMarked
package io.mapwright.voice.understanding;

import org.jspecify.annotations.NullMarked;
