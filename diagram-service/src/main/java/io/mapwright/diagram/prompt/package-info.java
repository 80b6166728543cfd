/** What models are told: Qute templates per diagram, language and purpose, and the fence around what people wrote. */
@NullMarked
package io.mapwright.diagram.prompt;

import org.jspecify.annotations.NullMarked;
