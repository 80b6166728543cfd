package io.mapwright.auth.login;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.organization.Organization.Membership;
import io.mapwright.auth.session.SessionService;
import io.mapwright.auth.session.SignedIn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.InstantSource;

/** What happens once somebody has shown who they are, whichever way they did. */
@ApplicationScoped
class Arrival {

    private final Accounts accounts;
    private final SessionService sessions;
    private final InstantSource time;

    Arrival(Accounts accounts, SessionService sessions, InstantSource time) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.time = time;
    }

    Uni<Outcome> of(Account account, String device) {
        Instant now = time.instant();
        Membership membership = account.membershipAt(now);
        return switch (membership) {
            case OPEN ->
                sessions.open(account, device)
                        .call(signedIn -> accounts.recordLogin(account.id(), now))
                        .map(In::new);
            case LOCKED, EXPIRED -> Uni.createFrom().item(new ShutOut(membership));
        };
    }

    sealed interface Outcome {}

    record In(SignedIn signedIn) implements Outcome {}

    record ShutOut(Membership why) implements Outcome {}
}
