/** What requests to this service have in common. */
@NullMarked
package io.mapwright.diagram.request;

import org.jspecify.annotations.NullMarked;
