package io.mapwright.auth.organization.rest;

import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationScope;
import io.mapwright.defaults.identity.Caller;
import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/** What the caller of an administrative resource looks after: an admin everything, a manager their own organization. */
@ApplicationScoped
public class CallersScope {

    private final Callers callers;

    CallersScope(Callers callers) {
        this.callers = callers;
    }

    /**
     * The caller's scope.
     *
     * @throws io.mapwright.defaults.problem.ProblemException 403 for a manager who belongs to no organization
     */
    public OrganizationScope current() {
        Caller caller = callers.current();
        if (caller.has("admin")) {
            return new OrganizationScope.Everything();
        }
        return caller.organization()
                .flatMap(OrganizationId::parse)
                .map(OrganizationScope.Only::new)
                .orElseThrow(Problems::forbidden);
    }
}
