/** The library over HTTP. */
@NullMarked
package io.mapwright.diagram.library.rest;

import org.jspecify.annotations.NullMarked;
