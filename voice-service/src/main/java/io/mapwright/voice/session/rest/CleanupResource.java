package io.mapwright.voice.session.rest;

import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.voice.session.SessionId;
import io.mapwright.voice.session.SessionService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Ends a session whose page is gone. */
@Path("/api/voice/cleanup")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
final class CleanupResource {

    private final SessionService sessions;
    private final Callers callers;

    CleanupResource(SessionService sessions, Callers callers) {
        this.sessions = sessions;
        this.callers = callers;
    }

    @POST
    @Path("/{session}")
    public Uni<CleanedUp> cleanUp(@RestPath String session) {
        if (!SessionId.isValid(session)) {
            throw ProblemException.of(422, "invalid_parameter")
                    .text("会话编号无效", "This is no session id")
                    .field("diagram_session_id", "1 到 128 个可见字符", "1 to 128 printable characters")
                    .build();
        }
        return sessions.cleanUp(new SessionId(session), callers.current().subject())
                .map(existed -> new CleanedUp(true, existed));
    }

    /** Somebody else's session is, to the caller, none. */
    record CleanedUp(boolean success, boolean existed) {}
}
