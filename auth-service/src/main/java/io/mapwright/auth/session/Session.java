package io.mapwright.auth.session;

import java.time.Instant;

/**
 * One login on one device.
 *
 * @param device what the browser says it is, at most 200 characters
 * @param lastUsedAt the last time its refresh token was used, or the login
 * @param expiresAt when it ends unless used before
 */
public record Session(SessionId id, String device, Instant startedAt, Instant lastUsedAt, Instant expiresAt) {}
