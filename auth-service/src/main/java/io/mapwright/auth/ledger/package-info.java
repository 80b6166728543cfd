/** The ledger of model usage: every event of the LLM gateway written down exactly once, with its sums by day. */
@NullMarked
package io.mapwright.auth.ledger;

import org.jspecify.annotations.NullMarked;
