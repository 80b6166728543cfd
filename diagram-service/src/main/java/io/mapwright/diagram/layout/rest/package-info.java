/** Layouts over HTTP. */
@NullMarked
package io.mapwright.diagram.layout.rest;

import org.jspecify.annotations.NullMarked;
