package io.mapwright.auth.session;

import io.mapwright.auth.account.AccountId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a refresh token that was given out.
 *
 * @param replacedAt when it was used for the first time; empty while it was not
 * @param sessionEndedAt when its session was ended; empty while it goes on
 */
public record IssuedRefreshToken(
        SessionId session,
        AccountId account,
        Instant expiresAt,
        Optional<Instant> replacedAt,
        Optional<Instant> sessionEndedAt)
        implements RefreshTokenLookup {

    /**
     * Judges its use at {@code now}.
     *
     * @param grace how long after its first use it may be used again, because a browser's tabs refresh at once
     */
    public Verdict presentedAt(Instant now, Duration grace) {
        if (sessionEndedAt.isPresent() || !now.isBefore(expiresAt)) {
            return Verdict.DEAD;
        }
        if (replacedAt.isEmpty()) {
            return Verdict.FRESH;
        }
        return now.isAfter(replacedAt.get().plus(grace)) ? Verdict.REUSED : Verdict.IN_GRACE;
    }

    /** What the use of a refresh token means. */
    public enum Verdict {
        /** First use: it is replaced. */
        FRESH,
        /** Used again by a tab that did not know better: it gets a token too. */
        IN_GRACE,
        /** Used again long after: somebody has a copy, and the whole session ends. */
        REUSED,
        /** Expired, or its session has ended. */
        DEAD
    }
}
