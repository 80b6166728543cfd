package io.mapwright.auth.captcha;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Names one captcha. It carries the second in which it was drawn, so that an answer that comes too late can be told
 * from one to a captcha that never was, without remembering anything.
 *
 * @param value base-36 seconds since 1970, a dash, 22 random url-safe characters
 */
public record CaptchaId(String value) {

    private static final int RANDOM_BYTES = 16;

    /** A new id that nobody can guess. */
    public static CaptchaId at(Instant now, RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new CaptchaId(Long.toString(now.getEpochSecond(), Character.MAX_RADIX) + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** When it was drawn; empty for an id that we never gave. */
    public Optional<Instant> drawnAt() {
        int dash = value.indexOf('-');
        if (dash < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(value.substring(0, dash), Character.MAX_RADIX)));
        } catch (NumberFormatException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
