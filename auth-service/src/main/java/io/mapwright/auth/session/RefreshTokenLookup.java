package io.mapwright.auth.session;

/** What looking for a refresh token found. */
public sealed interface RefreshTokenLookup permits IssuedRefreshToken, RefreshTokenLookup.Unknown {

    /** It was never given out, or is forgotten. */
    record Unknown() implements RefreshTokenLookup {}
}
