/** Models behind llm-gateway-service. */
@NullMarked
package io.mapwright.diagram.model.client;

import org.jspecify.annotations.NullMarked;
