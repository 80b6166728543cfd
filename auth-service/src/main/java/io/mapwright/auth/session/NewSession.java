package io.mapwright.auth.session;

import io.mapwright.auth.account.AccountId;

import java.time.Instant;

/**
 * A login about to be remembered.
 *
 * @param firstToken fingerprint of its first refresh token
 */
public record NewSession(
        SessionId id, AccountId account, String device, String firstToken, Instant startedAt, Instant expiresAt) {

    private static final int LONGEST_DEVICE = 200;

    public NewSession {
        device = device.length() > LONGEST_DEVICE ? device.substring(0, LONGEST_DEVICE) : device;
    }
}
