package io.mapwright.auth.session;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.token.AccessToken;

import java.time.Duration;

/**
 * Somebody who is in, and what their browser needs to stay in.
 *
 * @param refreshLifetime how long the refresh token may wait to be used
 */
public record SignedIn(Account account, AccessToken accessToken, RefreshToken refreshToken, Duration refreshLifetime) {}
