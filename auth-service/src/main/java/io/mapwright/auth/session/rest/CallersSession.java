package io.mapwright.auth.session.rest;

import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.session.SessionId;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.Optional;

/** The person behind the request, and the login that their token belongs to. */
@ApplicationScoped
class CallersSession {

    private final SecurityIdentity identity;

    CallersSession(SecurityIdentity identity) {
        this.identity = identity;
    }

    AccountId account() {
        return AccountId.ofSubject(token().getSubject()).orElseThrow(Problems::forbidden);
    }

    SessionId session() {
        return Optional.ofNullable(token().<String>getClaim("sid"))
                .flatMap(SessionId::parse)
                .orElseThrow(CallersSession::noSession);
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }

    private static ProblemException noSession() {
        return Problems.unauthenticated("登录已失效，请重新登录", "This token belongs to no session, please sign in again");
    }
}
