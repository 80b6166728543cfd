package io.mapwright.auth.captcha;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one captcha. It carries the second in which it was drawn, so that an answer that comes too late can be told
 * from one to a captcha that never was, without remembering anything.
 *
 * @param value base-36 seconds since 1970, a dash, 22 random url-safe characters
 */
public record CaptchaId(String value) {

    private static final Pattern FORM = Pattern.compile("([0-9a-z]{6,7})-[A-Za-z0-9_-]{22}");
    private static final int RANDOM_BYTES = 16;

    /** A new id that nobody can guess. */
    public static CaptchaId at(Instant now, RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new CaptchaId(Long.toString(now.getEpochSecond(), Character.MAX_RADIX) + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** When it was drawn, as it says; empty for a text that has not the form of our ids. */
    public Optional<Instant> drawnAt() {
        Matcher parts = FORM.matcher(value);
        return parts.matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1), Character.MAX_RADIX)))
                : Optional.empty();
    }
}
