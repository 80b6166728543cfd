package io.mapwright.auth.captcha.redis;

import io.mapwright.auth.captcha.CaptchaAnswers;
import io.mapwright.auth.captcha.CaptchaConfig;
import io.mapwright.auth.captcha.CaptchaId;
import io.mapwright.auth.captcha.CaptchaTaken;
import io.mapwright.auth.captcha.CaptchaText;
import io.mapwright.auth.storage.redis.RedisCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** Each open captcha is one key {@code auth:captcha:<id>} that Redis forgets by itself. */
@ApplicationScoped
class RedisCaptchaAnswers implements CaptchaAnswers {

    private static final String PREFIX = "auth:captcha:";

    private final RedisCalls redis;
    private final Duration lifetime;

    RedisCaptchaAnswers(RedisCalls redis, CaptchaConfig config) {
        this.redis = redis;
        this.lifetime = config.lifetime();
    }

    @Override
    public Uni<Void> keep(CaptchaId id, CaptchaText text) {
        return redis.put(PREFIX + id.value(), text.value(), lifetime);
    }

    @Override
    public Uni<CaptchaTaken> take(CaptchaId id) {
        return redis.take(PREFIX + id.value())
                .map(found -> found.isEmpty()
                        ? new CaptchaTaken.Absent()
                        : new CaptchaTaken.Open(new CaptchaText(found.getFirst())));
    }
}
