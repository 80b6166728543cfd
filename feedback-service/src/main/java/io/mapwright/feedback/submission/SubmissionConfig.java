package io.mapwright.feedback.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.time.Duration;

/** Settings under {@code feedback.submission}. */
@ConfigMapping(prefix = "feedback.submission")
public interface SubmissionConfig {

    /** Time within which a submission is answered, whatever is slow; longer waits are answered 503. */
    @WithDefault("2800ms")
    Duration totalLimit();

    /** Time within which PostgreSQL must have stored a feedback, waiting for a connection included. */
    @WithDefault("2200ms")
    Duration storeLimit();

    /** How often one sender may submit. */
    Limit limit();

    /** How the captcha is checked at auth-service. */
    Captcha captcha();

    /** Settings of the allowance of one sender. */
    interface Limit {

        /** Submissions of one sender within {@link #window}, 1..1000. */
        @WithDefault("5")
        @Min(1)
        @Max(1000)
        int submissions();

        /** The sliding window; at least one second. */
        @WithDefault("10m")
        Duration window();

        /** Longest wait for Redis before the local share decides. */
        @WithDefault("300ms")
        Duration redisLimit();

        /**
         * Submissions of one sender within the window that each replica admits by itself while Redis is away; 0 admits
         * none.
         */
        @WithDefault("2")
        @Min(0)
        @Max(1000)
        int shareWithoutRedis();

        /** Senders a replica remembers while Redis is away; the least recently seen is forgotten first. */
        @WithDefault("10000")
        @Min(1)
        int rememberedSenders();
    }

    /** Settings of the captcha check. */
    interface Captcha {

        /** Longest wait for auth-service's verdict, connecting included. */
        @WithDefault("2s")
        Duration totalLimit();
    }
}
