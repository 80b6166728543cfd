package io.mapwright.auth.audit.rest;

import io.mapwright.auth.audit.Actor;
import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.request.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.InstantSource;

/** The caller of an administrative resource, as the audit trail will name them. */
@ApplicationScoped
public class CallingActor {

    private final Callers callers;
    private final CurrentRequest request;
    private final InstantSource time;

    CallingActor(Callers callers, CurrentRequest request, InstantSource time) {
        this.callers = callers;
        this.request = request;
        this.time = time;
    }

    /** The caller, their request, and now. */
    public Actor current() {
        return new Actor(callers.current().subject(), request.id().value(), time.instant());
    }
}
