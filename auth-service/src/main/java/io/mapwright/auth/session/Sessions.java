package io.mapwright.auth.session;

import io.mapwright.auth.account.AccountId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.time.Instant;

/** The sessions of all accounts. Every operation fails when the store is not reachable, and then nothing has changed. */
public interface Sessions {

    /** Remembers a session, and ends the account's oldest ones beyond the configured number. */
    Uni<Void> open(NewSession session);

    /** What is known of the refresh token with this fingerprint. Changes nothing. */
    Uni<RefreshTokenLookup> find(String fingerprint);

    /**
     * Puts {@code next} in the place of {@code presented} and prolongs the session.
     *
     * @param presented fingerprint of the token that was used
     * @param next fingerprint of the token that follows it
     */
    Uni<Rotation> rotate(String presented, String next, Instant now);

    /** The account's sessions that go on at {@code now}, the last used first. */
    Multi<Session> of(AccountId account, Instant now);

    /** Ends a session of the account. */
    Uni<Ending> end(AccountId account, SessionId session, Instant now);

    /** Ends every session of the account. */
    Uni<Void> endAll(AccountId account, Instant now);

    /** What came of ending one session. */
    enum Ending {
        /** It has ended now. */
        ENDED,
        /** The account has no such session going on. */
        UNKNOWN
    }
}
