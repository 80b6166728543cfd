package io.mapwright.auth.captcha;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The four characters in a captcha.
 *
 * @param value of the {@link #ALPHABET}
 */
public record CaptchaText(String value) {

    /** Capital letters and digits without I, O, 0 and 1, which people mistake for each other. */
    public static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** Characters in one captcha. */
    public static final int LENGTH = 4;

    public CaptchaText {
        if (value.length() != LENGTH || value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new IllegalArgumentException("a captcha shows four characters of " + ALPHABET);
        }
    }

    /** Four characters by chance. */
    public static CaptchaText random(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CaptchaText(text.toString());
    }

    /** Whether somebody who typed {@code answer} read it right; case and blanks around it don't matter. */
    public boolean isReadAs(String answer) {
        return value.equals(answer.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "CaptchaText[hidden]";
    }
}
