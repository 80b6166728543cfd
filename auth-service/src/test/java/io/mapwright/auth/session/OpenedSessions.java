package io.mapwright.auth.session;

import io.mapwright.auth.Configured;
import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.token.AccessToken;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Remembers the sessions that were opened, and nothing else about them. */
public final class OpenedSessions implements Sessions {

    private final List<NewSession> opened = new ArrayList<>();
    private final SessionService service;

    public OpenedSessions(Accounts accounts, InstantSource time) {
        SessionConfig config = Configured.byDefault(SessionConfig.class);
        SessionTokens tokens = new SessionTokens(
                claims -> new AccessToken("token", Duration.ofMinutes(15)),
                new SecureRandom(),
                UUID::randomUUID,
                config);
        service = new SessionService(this, accounts, tokens, config, time);
    }

    /** What opens sessions. */
    public SessionService service() {
        return service;
    }

    /** How many were opened. */
    public int count() {
        return opened.size();
    }

    @Override
    public Uni<Void> open(NewSession session) {
        opened.add(session);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<RefreshTokenLookup> find(String fingerprint) {
        return Uni.createFrom().item(new RefreshTokenLookup.Unknown());
    }

    @Override
    public Uni<Rotation> rotate(String presented, String next, Instant now) {
        return Uni.createFrom().item(Rotation.REFUSED);
    }

    @Override
    public Multi<Session> of(AccountId account, Instant now) {
        return Multi.createFrom().empty();
    }

    @Override
    public Uni<Ending> end(AccountId account, SessionId session, Instant now) {
        return Uni.createFrom().item(Ending.UNKNOWN);
    }

    @Override
    public Uni<Void> endAll(AccountId account, Instant now) {
        return Uni.createFrom().voidItem();
    }
}
