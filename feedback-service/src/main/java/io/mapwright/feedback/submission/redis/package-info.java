/** Allowances counted in Redis, for all replicas together. */
@NullMarked
package io.mapwright.feedback.submission.redis;

import org.jspecify.annotations.NullMarked;
