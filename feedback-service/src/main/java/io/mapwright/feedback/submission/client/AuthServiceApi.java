package io.mapwright.feedback.submission.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of auth-service that this service calls. */
@Path("/internal/captcha")
@RegisterRestClient(configKey = "auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface AuthServiceApi {

    @POST
    @Path("/consume")
    Uni<CaptchaVerdict> consume(CaptchaAnswer answer);

    /** What auth-service is asked. */
    record CaptchaAnswer(
            @JsonProperty("captcha_id") String captchaId,
            @JsonProperty("captcha") String captcha) {}

    /** What it answers: {@code accepted}, {@code expired}, {@code not_found} or {@code incorrect}. */
    record CaptchaVerdict(@JsonProperty("outcome") String outcome) {}
}
