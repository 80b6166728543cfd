package io.mapwright.auth.captcha.rest;

import io.mapwright.auth.captcha.CaptchaService;
import io.mapwright.auth.captcha.Drawing;
import io.mapwright.defaults.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

@Path("/api/auth/captcha/generate")
@Produces(MediaType.APPLICATION_JSON)
class CaptchaResource {

    private static final String COOKIE = "captcha_session";
    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9-]{16,64}");
    private static final Duration COOKIE_LIFETIME = Duration.ofDays(1);

    private final CaptchaService captchas;
    private final Supplier<UUID> ids;

    CaptchaResource(CaptchaService captchas, Supplier<UUID> ids) {
        this.captchas = captchas;
        this.ids = ids;
    }

    @GET
    public Uni<Response> draw(@CookieParam(COOKIE) Cookie cookie, @Context UriInfo uri) {
        Optional<String> known = Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> BROWSER.matcher(value).matches());
        String browser = known.orElseGet(() -> ids.get().toString());
        return captchas.draw(browser).map(drawing -> switch (drawing) {
            case Drawing.Drawn drawn -> shown(drawn, browser, uri);
            case Drawing.TooMany tooMany ->
                throw ProblemException.of(429, "rate_limit")
                        .text("验证码获取过于频繁，请稍后再试", "Too many captchas were requested from this browser, please wait")
                        .retryAfter(tooMany.retryAfter())
                        .build();
        });
    }

    private static Response shown(Drawing.Drawn drawn, String browser, UriInfo uri) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        String image = "data:image/png;base64," + Base64.getEncoder().encodeToString(drawn.png());
        return Response.ok(new Shown(drawn.id().value(), image))
                .cacheControl(never)
                .cookie(new NewCookie.Builder(COOKIE)
                        .value(browser)
                        .path("/api/auth")
                        .maxAge((int) COOKIE_LIFETIME.toSeconds())
                        .httpOnly(true)
                        .secure("https".equals(uri.getRequestUri().getScheme()))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    record Shown(String captchaId, String captchaImage) {}
}
