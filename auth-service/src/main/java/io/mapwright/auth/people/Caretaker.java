package io.mapwright.auth.people;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.Role;
import io.mapwright.auth.audit.Actor;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.OrganizationScope;

/**
 * Somebody who looks after people: an admin after everybody, a manager after the plain users of their organization.
 *
 * @param scope whom they may see
 * @param actor how the audit trail will name them
 */
public record Caretaker(OrganizationScope scope, Actor actor) {

    /** Whether they may see this person. */
    public boolean sees(Account person) {
        return scope.covers(person.organization().map(Organization::id));
    }

    /** Whether they may change this person. */
    public boolean mayChange(Account person) {
        return isAdmin() || sees(person) && person.role() == Role.USER;
    }

    /** Whether they look after everybody. */
    public boolean isAdmin() {
        return scope instanceof OrganizationScope.Everything;
    }

    /** Whether this is they themselves. */
    public boolean is(AccountId person) {
        return person.subject().equals(actor.subject());
    }
}
