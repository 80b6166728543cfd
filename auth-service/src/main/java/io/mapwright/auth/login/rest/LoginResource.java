package io.mapwright.auth.login.rest;

import io.mapwright.auth.account.PersonName;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.captcha.CaptchaId;
import io.mapwright.auth.credential.Password;
import io.mapwright.auth.login.LoginRequest;
import io.mapwright.auth.login.LoginService;
import io.mapwright.auth.login.RegistrationRequest;
import io.mapwright.auth.login.RegistrationService;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.util.Optional;

@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class LoginResource {

    private final LoginService logins;
    private final RegistrationService registrations;

    LoginResource(LoginService logins, RegistrationService registrations) {
        this.logins = logins;
        this.registrations = registrations;
    }

    @POST
    @Path("/login")
    public Uni<Response> login(
            @NotNull @Valid LoginBody body,
            @HeaderParam(HttpHeaders.USER_AGENT) Optional<String> device,
            @Context UriInfo uri) {
        return logins.login(new LoginRequest(
                        new PhoneNumber(body.phone()),
                        new Password(body.password()),
                        new CaptchaId(body.captchaId()),
                        body.captcha(),
                        device.orElse("")))
                .map(login -> LoginAnswers.toLogin(login, uri));
    }

    @POST
    @Path("/register")
    public Uni<Response> register(
            @NotNull @Valid RegistrationBody body,
            @HeaderParam(HttpHeaders.USER_AGENT) Optional<String> device,
            @Context UriInfo uri) {
        return registrations
                .register(new RegistrationRequest(
                        new PhoneNumber(body.phone()),
                        new PersonName(body.name()),
                        new Password(body.password()),
                        body.invitationCode(),
                        new CaptchaId(body.captchaId()),
                        body.captcha(),
                        device.orElse("")))
                .map(registration -> LoginAnswers.toRegistration(registration, uri));
    }
}
