package io.mapwright.auth.people.rest;

import io.mapwright.auth.audit.rest.CallingActor;
import io.mapwright.auth.organization.rest.CallersScope;
import io.mapwright.auth.people.Caretaker;
import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.request.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The administrator or manager behind the request. */
@ApplicationScoped
class CallingCaretaker {

    private final CallersScope scopes;
    private final CallingActor actors;
    private final CurrentRequest request;

    CallingCaretaker(CallersScope scopes, CallingActor actors, CurrentRequest request) {
        this.scopes = scopes;
        this.actors = actors;
        this.request = request;
    }

    Caretaker current() {
        return new Caretaker(scopes.current(), actors.current());
    }

    Language language() {
        return request.language();
    }
}
