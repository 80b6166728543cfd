/** API keys exchanged at auth-service. */
@NullMarked
package io.mapwright.diagram.access.client;

import org.jspecify.annotations.NullMarked;
