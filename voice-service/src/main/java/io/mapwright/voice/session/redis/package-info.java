/** Which connection holds which session, for all replicas together. */
@NullMarked
package io.mapwright.voice.session.redis;

import org.jspecify.annotations.NullMarked;
