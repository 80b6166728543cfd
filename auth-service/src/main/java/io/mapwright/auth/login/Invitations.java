package io.mapwright.auth.login;

import io.mapwright.auth.account.NewAccount;
import io.mapwright.auth.account.Role;
import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.Organization.Membership;
import io.mapwright.auth.organization.OrganizationLookup;
import io.mapwright.auth.organization.Organizations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.InstantSource;
import java.util.Optional;

/** What an invitation code is worth. */
@ApplicationScoped
class Invitations {

    private final Organizations organizations;
    private final InstantSource time;

    Invitations(Organizations organizations, InstantSource time) {
        this.organizations = organizations;
        this.time = time;
    }

    Uni<Invitation> behind(String typed) {
        return InvitationCode.parse(typed)
                .map(code -> organizations.invitingWith(code).map(this::judge))
                .orElseGet(() -> Uni.createFrom().item(new Unknown()));
    }

    NewAccount member(RegistrationRequest request, Organization organization, PasswordHash hash) {
        return new NewAccount(
                request.phone(), request.name(), Role.USER, hash, Optional.of(organization.id()), time.instant());
    }

    private Invitation judge(OrganizationLookup found) {
        return switch (found) {
            case OrganizationLookup.Unknown unknown -> new Unknown();
            case Organization organization -> {
                Membership membership = organization.membershipAt(time.instant());
                yield membership == Membership.OPEN ? new Valid(organization) : new Closed(membership);
            }
        };
    }

    sealed interface Invitation {}

    record Valid(Organization organization) implements Invitation {}

    record Closed(Membership why) implements Invitation {}

    record Unknown() implements Invitation {}
}
