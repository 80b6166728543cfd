package io.mapwright.voice.session.ws;

import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.identity.TokenVerifier;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.voice.session.Closing;
import io.mapwright.voice.session.Opening;
import io.mapwright.voice.session.SessionId;
import io.mapwright.voice.session.SessionService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Decides who gets in. A token is verified without asking anybody; that it cannot be verified is not its fault. */
@Singleton
final class Doorkeeper {

    private final TokenVerifier verifier;
    private final SessionService sessions;
    private final Supplier<UUID> connections;

    Doorkeeper(TokenVerifier verifier, SessionService sessions, Supplier<UUID> connections) {
        this.verifier = verifier;
        this.sessions = sessions;
        this.connections = connections;
    }

    Uni<Opening.Outcome> admit(String sessionId, Optional<String> token) {
        if (!SessionId.isValid(sessionId)) {
            return refused(Closing.BAD_SESSION_ID);
        }
        if (token.isEmpty()) {
            return refused(Closing.UNAUTHENTICATED);
        }
        return verifier.verify(token.get())
                .onItem()
                .transformToUni(identity -> sessions.open(opening(new SessionId(sessionId), identity)))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> refused(closing(failure)));
    }

    private Opening opening(SessionId session, SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        return new Opening(
                session,
                connections.get().toString(),
                Callers.of(identity).orElseThrow(),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static Closing closing(ProblemException problem) {
        return problem.problem().status() == 401 ? Closing.UNAUTHENTICATED : Closing.NO_KEYS;
    }

    private static Uni<Opening.Outcome> refused(Closing closing) {
        return Uni.createFrom().item(new Opening.Outcome.Refused(closing));
    }
}
