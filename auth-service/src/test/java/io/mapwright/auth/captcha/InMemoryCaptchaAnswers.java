package io.mapwright.auth.captcha;

import io.smallrye.mutiny.Uni;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps answers for as long as the test runs. */
public final class InMemoryCaptchaAnswers implements CaptchaAnswers {

    private final Map<CaptchaId, CaptchaText> open = new ConcurrentHashMap<>();

    @Override
    public Uni<Void> keep(CaptchaId id, CaptchaText text) {
        return Uni.createFrom().voidItem().invoke(() -> open.put(id, text));
    }

    @Override
    public Uni<CaptchaTaken> take(CaptchaId id) {
        return Uni.createFrom().item(() -> {
            CaptchaText text = open.remove(id);
            return text == null ? new CaptchaTaken.Absent() : new CaptchaTaken.Open(text);
        });
    }

    /** What a person would read. */
    public CaptchaText shownBy(CaptchaId id) {
        return open.get(id);
    }

    /** What Redis does to a captcha whose time is over. */
    public void forget(CaptchaId id) {
        open.remove(id);
    }
}
