/** {@link io.mapwright.diagram.json.Json} in requests and answers. */
@NullMarked
package io.mapwright.diagram.json.rest;

import org.jspecify.annotations.NullMarked;
