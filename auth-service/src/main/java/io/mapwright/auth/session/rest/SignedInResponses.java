package io.mapwright.auth.session.rest;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.session.SignedIn;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.util.Optional;

/** The one answer to everybody who comes in, whichever way they do. */
public final class SignedInResponses {

    private SignedInResponses() {}

    /** 200 with the access token and the user in the body, and both tokens in cookies. */
    public static Response of(SignedIn signedIn, UriInfo uri) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(body(signedIn))
                .cacheControl(never)
                .cookie(SessionCookies.of(signedIn, uri))
                .build();
    }

    private static Body body(SignedIn signedIn) {
        Account account = signedIn.account();
        return new Body(
                signedIn.accessToken().value(),
                "bearer",
                signedIn.accessToken().expiresIn().toSeconds(),
                new User(
                        account.id().value(),
                        account.phone().digits(),
                        account.name().value(),
                        account.organization().map(Organization::name)));
    }

    record Body(String accessToken, String tokenType, long expiresIn, User user) {}

    record User(long id, String phone, String name, Optional<String> organization) {}
}
