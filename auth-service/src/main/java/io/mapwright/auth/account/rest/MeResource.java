package io.mapwright.auth.account.rest;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.AccountLookup;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.account.Role;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.Organization.Membership;
import io.mapwright.auth.organization.rest.MembershipProblems;
import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@Path("/api/auth/me")
@Produces(MediaType.APPLICATION_JSON)
class MeResource {

    private final Accounts accounts;
    private final Callers callers;
    private final InstantSource time;

    MeResource(Accounts accounts, Callers callers, InstantSource time) {
        this.accounts = accounts;
        this.callers = callers;
        this.time = time;
    }

    @GET
    @RolesAllowed({"user", "manager", "admin"})
    public Uni<Me> me() {
        AccountId id = AccountId.ofSubject(callers.current().subject()).orElseThrow(Problems::forbidden);
        return accounts.withId(id).map(found -> switch (found) {
            case Account account -> shown(account);
            case AccountLookup.Unknown deleted ->
                throw Problems.unauthenticated("账号已不存在", "This account no longer exists");
        });
    }

    private Me shown(Account account) {
        Membership membership = account.membershipAt(time.instant());
        if (membership != Membership.OPEN) {
            throw MembershipProblems.shutOut(membership);
        }
        return new Me(
                account.id().value(),
                account.phone().digits(),
                account.name().value(),
                account.role().group(),
                account.role() == Role.ADMIN,
                account.organization().map(MyOrganization::of),
                account.createdAt(),
                account.lastLoginAt());
    }

    record Me(
            long id,
            String phone,
            String name,
            String role,
            boolean isAdmin,
            Optional<MyOrganization> organization,
            Instant createdAt,
            Optional<Instant> lastLogin) {}

    record MyOrganization(long id, String code, String name) {

        private static MyOrganization of(Organization organization) {
            return new MyOrganization(organization.id().value(), organization.code(), organization.name());
        }
    }
}
