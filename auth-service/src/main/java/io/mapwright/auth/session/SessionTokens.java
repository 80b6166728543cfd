package io.mapwright.auth.session;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.token.AccessClaims;
import io.mapwright.auth.token.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the secrets and proofs that a session hands to its browser. */
@ApplicationScoped
class SessionTokens {

    private final AccessTokens accessTokens;
    private final SecureRandom random;
    private final Supplier<UUID> ids;
    private final SessionConfig config;

    SessionTokens(AccessTokens accessTokens, SecureRandom random, Supplier<UUID> ids, SessionConfig config) {
        this.accessTokens = accessTokens;
        this.random = random;
        this.ids = ids;
        this.config = config;
    }

    SessionId newSessionId() {
        return new SessionId(ids.get());
    }

    RefreshToken newRefreshToken() {
        return RefreshToken.random(random);
    }

    SignedIn signedIn(Account account, SessionId session, RefreshToken refreshToken) {
        AccessClaims claims = new AccessClaims(
                account.id().subject(),
                Optional.of(session.toString()),
                Optional.of(account.phone().masked()),
                account.organization().map(own -> own.id().toString()),
                Set.of(account.role().group()));
        return new SignedIn(account, accessTokens.issue(claims), refreshToken, config.refreshLifetime());
    }
}
