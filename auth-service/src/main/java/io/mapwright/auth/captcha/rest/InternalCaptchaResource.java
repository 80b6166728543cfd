package io.mapwright.auth.captcha.rest;

import io.mapwright.auth.captcha.CaptchaId;
import io.mapwright.auth.captcha.CaptchaService;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For sibling services whose forms carry a captcha; never routed to the outside. */
@Path("/internal/captcha/consume")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InternalCaptchaResource {

    private final CaptchaService captchas;

    InternalCaptchaResource(CaptchaService captchas) {
        this.captchas = captchas;
    }

    @POST
    public Uni<Judged> consume(@NotNull @Valid Answer answer) {
        return captchas.consume(new CaptchaId(answer.captchaId()), answer.captcha())
                .map(outcome -> new Judged(outcome.code()));
    }

    record Answer(
            @NotNull @Size(max = 64) String captchaId,
            @NotNull @Size(max = 64) String captcha) {}

    record Judged(String outcome) {}
}
