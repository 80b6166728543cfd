/** Who changed what: every administrative change leaves a record, written together with the change itself. */
@NullMarked
package io.mapwright.auth.audit;

import org.jspecify.annotations.NullMarked;
