package io.mapwright.auth.captcha.redis;

import io.mapwright.auth.captcha.CaptchaAllowance;
import io.mapwright.auth.captcha.CaptchaConfig;
import io.mapwright.auth.storage.redis.RedisCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;

/** One counter per browser that lives for one window. */
@ApplicationScoped
class RedisCaptchaAllowance implements CaptchaAllowance {

    private static final String PREFIX = "auth:captcha-browser:";

    /** Answers 0 when one more is granted, else the milliseconds until the window ends. */
    private static final String SPEND = """
            local drawn = redis.call('INCR', KEYS[1])
            if drawn == 1 then
                redis.call('PEXPIRE', KEYS[1], ARGV[2])
            end
            if drawn <= tonumber(ARGV[1]) then
                return 0
            end
            return math.max(redis.call('PTTL', KEYS[1]), 1)
            """;

    private final RedisCalls redis;
    private final int limit;
    private final Duration window;

    RedisCaptchaAllowance(RedisCalls redis, CaptchaConfig config) {
        this.redis = redis;
        this.limit = config.perBrowser();
        this.window = config.window();
    }

    @Override
    public Uni<Decision> spend(String browser) {
        return redis.script(SPEND, List.of(PREFIX + browser), limit, window.toMillis())
                .map(wait -> wait == 0 ? new Decision.Granted() : new Decision.Exhausted(Duration.ofMillis(wait)));
    }
}
