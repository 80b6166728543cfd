package io.mapwright.auth.captcha;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code auth.captcha}. */
@ConfigMapping(prefix = "auth.captcha")
public interface CaptchaConfig {

    /** How long a captcha may be answered, 30 seconds to 1 hour. */
    @WithDefault("5m")
    Duration lifetime();

    /** Captchas that one browser may draw in a {@link #window()}, at least 1. */
    @WithDefault("30")
    int perBrowser();

    /** The time over which a browser's captchas are counted; it starts with the first one. */
    @WithDefault("15m")
    Duration window();
}
