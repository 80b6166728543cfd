package io.mapwright.auth.session.rest;

import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.organization.rest.MembershipProblems;
import io.mapwright.auth.session.RefreshToken;
import io.mapwright.auth.session.Refreshing;
import io.mapwright.auth.session.Session;
import io.mapwright.auth.session.SessionId;
import io.mapwright.auth.session.SessionService;
import io.mapwright.auth.session.Sessions;
import io.mapwright.defaults.problem.Problems;
import io.mapwright.defaults.problem.Text;
import io.mapwright.defaults.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {

    private static final Text SIGNED_OUT = new Text("已退出登录", "You are signed out");
    private static final Text ENDED = new Text("该设备已下线", "That device is signed out");

    private final SessionService service;
    private final Sessions sessions;
    private final CallersSession callers;
    private final CurrentRequest request;
    private final InstantSource time;

    SessionResource(
            SessionService service,
            Sessions sessions,
            CallersSession callers,
            CurrentRequest request,
            InstantSource time) {
        this.service = service;
        this.sessions = sessions;
        this.callers = callers;
        this.request = request;
        this.time = time;
    }

    @POST
    @Path("/refresh")
    public Uni<Response> refresh(@CookieParam(SessionCookies.REFRESH) Cookie cookie, @Context UriInfo uri) {
        Optional<String> token =
                Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isBlank());
        if (token.isEmpty()) {
            throw Problems.unauthenticated("请先登录", "Please sign in: there is no refresh token in this request");
        }
        return service.refresh(new RefreshToken(token.get())).map(refreshing -> switch (refreshing) {
            case Refreshing.Renewed renewed -> SignedInResponses.of(renewed.signedIn(), uri);
            case Refreshing.Refused refused ->
                throw Problems.unauthenticated("登录已失效，请重新登录", "This session is over, please sign in again");
            case Refreshing.ShutOut shut -> throw MembershipProblems.shutOut(shut.why());
        });
    }

    @POST
    @Path("/logout")
    @RolesAllowed({"user", "manager", "admin"})
    public Uni<Response> logout(@Context UriInfo uri) {
        String message = SIGNED_OUT.in(request.language());
        return sessions.end(callers.account(), callers.session(), time.instant())
                .map(ended -> Response.ok(new Message(message))
                        .cookie(SessionCookies.cleared(uri))
                        .build());
    }

    @GET
    @Path("/sessions")
    @RolesAllowed({"user", "manager", "admin"})
    public Uni<List<Shown>> list() {
        SessionId current = callers.session();
        return sessions.of(callers.account(), time.instant())
                .map(session -> Shown.of(session, current))
                .collect()
                .asList();
    }

    @DELETE
    @Path("/sessions/{id}")
    @RolesAllowed({"user", "manager", "admin"})
    public Uni<Message> end(@PathParam("id") String id) {
        AccountId account = callers.account();
        String message = ENDED.in(request.language());
        SessionId session = SessionId.parse(id).orElseThrow(Problems::notFound);
        return sessions.end(account, session, time.instant()).map(ending -> switch (ending) {
            case ENDED -> new Message(message);
            case UNKNOWN -> throw Problems.notFound();
        });
    }

    record Message(String message) {}

    record Shown(UUID id, String device, Instant createdAt, Instant lastUsedAt, Instant expiresAt, boolean current) {

        private static Shown of(Session session, SessionId current) {
            return new Shown(
                    session.id().value(),
                    session.device(),
                    session.startedAt(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    session.id().equals(current));
        }
    }
}
