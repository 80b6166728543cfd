/** People: who they are, what they may do, which organization they belong to. */
@NullMarked
package io.mapwright.auth.account;

import org.jspecify.annotations.NullMarked;
