package io.mapwright.auth.session;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountLookup;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.organization.Organization;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.InstantSource;

/** Opens sessions and carries them on. */
@ApplicationScoped
public class SessionService {

    private final Sessions sessions;
    private final Accounts accounts;
    private final SessionTokens tokens;
    private final SessionConfig config;
    private final InstantSource time;

    SessionService(
            Sessions sessions, Accounts accounts, SessionTokens tokens, SessionConfig config, InstantSource time) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.config = config;
        this.time = time;
    }

    /** Opens a session for somebody who has shown who they are. */
    public Uni<SignedIn> open(Account account, String device) {
        Instant now = time.instant();
        SessionId id = tokens.newSessionId();
        RefreshToken first = tokens.newRefreshToken();
        NewSession session =
                new NewSession(id, account.id(), device, first.fingerprint(), now, now.plus(config.refreshLifetime()));
        return sessions.open(session).map(opened -> tokens.signedIn(account, id, first));
    }

    /** Exchanges a refresh token for the next pair. */
    public Uni<Refreshing> refresh(RefreshToken presented) {
        return sessions.find(presented.fingerprint()).chain(found -> switch (found) {
            case IssuedRefreshToken issued -> refresh(presented, issued);
            case RefreshTokenLookup.Unknown unknown -> refused();
        });
    }

    private Uni<Refreshing> refresh(RefreshToken presented, IssuedRefreshToken issued) {
        return accounts.withId(issued.account()).chain(found -> switch (found) {
            case Account account -> refresh(presented, issued, account);
            case AccountLookup.Unknown deleted -> refused();
        });
    }

    private Uni<Refreshing> refresh(RefreshToken presented, IssuedRefreshToken issued, Account account) {
        Instant now = time.instant();
        Organization.Membership membership = account.membershipAt(now);
        if (membership != Organization.Membership.OPEN) {
            return Uni.createFrom().item(new Refreshing.ShutOut(membership));
        }
        RefreshToken next = tokens.newRefreshToken();
        return sessions.rotate(presented.fingerprint(), next.fingerprint(), now).map(rotation -> switch (rotation) {
            case ROTATED -> new Refreshing.Renewed(tokens.signedIn(account, issued.session(), next));
            case REUSE_DETECTED, REFUSED -> new Refreshing.Refused();
        });
    }

    private static Uni<Refreshing> refused() {
        return Uni.createFrom().item(new Refreshing.Refused());
    }
}
