package io.mapwright.auth.login.rest;

import io.mapwright.auth.login.LoginConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.util.Locale;

@Path("/api/auth/mode")
@Produces(MediaType.APPLICATION_JSON)
class ModeResource {

    private final LoginConfig config;

    ModeResource(LoginConfig config) {
        this.config = config;
    }

    @GET
    public Shown mode() {
        return new Shown(config.mode().name().toLowerCase(Locale.ROOT));
    }

    record Shown(String mode) {}
}
