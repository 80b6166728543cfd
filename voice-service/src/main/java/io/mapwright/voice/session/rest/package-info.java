/** {@code POST /api/voice/cleanup/...}. */
@NullMarked
package io.mapwright.voice.session.rest;

import org.jspecify.annotations.NullMarked;
