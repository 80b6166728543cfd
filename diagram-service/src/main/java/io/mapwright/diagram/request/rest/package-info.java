/** Checking bodies, so that a caller learns of every mistake at once. */
@NullMarked
package io.mapwright.diagram.request.rest;

import org.jspecify.annotations.NullMarked;
