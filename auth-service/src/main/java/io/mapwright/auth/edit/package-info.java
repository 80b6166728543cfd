/** What a partial change says about one field: leave it, empty it, or set it. */
@NullMarked
package io.mapwright.auth.edit;

import org.jspecify.annotations.NullMarked;
