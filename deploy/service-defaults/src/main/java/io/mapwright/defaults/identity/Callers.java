package io.mapwright.defaults.identity;

import io.mapwright.defaults.problem.Problems;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** Finds the {@link Caller} of the request being answered. */
@ApplicationScoped
public class Callers {

    private final CurrentIdentityAssociation identities;

    Callers(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /**
     * The caller of a resource that demands one ({@code @Authenticated} or {@code @RolesAllowed}).
     *
     * @throws io.mapwright.defaults.problem.ProblemException 401 when nobody was authenticated
     */
    public Caller current() {
        return of(identities.getIdentity())
                .orElseThrow(
                        () -> Problems.unauthenticated("请先登录", "Please sign in: this request carries no credential"));
    }

    /**
     * The caller of a resource that also serves strangers.
     *
     * @return empty for a request without a credential; fails with 401 for a bad credential and with 503 when
     *     credentials cannot be verified now
     */
    public Uni<Optional<Caller>> ifAny() {
        return identities.getDeferredIdentity().map(Callers::of);
    }

    /** The caller behind an identity that {@link TokenVerifier} made; empty for an anonymous one. */
    public static Optional<Caller> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.<Caller>getAttribute(Caller.ATTRIBUTE));
    }
}
