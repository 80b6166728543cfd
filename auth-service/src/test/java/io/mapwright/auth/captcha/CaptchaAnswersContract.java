package io.mapwright.auth.captcha;

import io.smallrye.mutiny.Multi;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import static io.mapwright.auth.Await.item;
import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link CaptchaAnswers} owes its callers. */
public abstract class CaptchaAnswersContract {

    private static final int RACERS = 200;

    private final CaptchaId id = CaptchaId.at(Instant.parse("2026-01-01T00:00:00Z"), new Random());

    /** Answers that keep what they are given for minutes. */
    protected abstract CaptchaAnswers answers();

    @Test
    void givesBackWhatItKeeps() {
        item(answers().keep(id, new CaptchaText("K7WM")));

        assertThat(item(answers().take(id))).isEqualTo(new CaptchaTaken.Open(new CaptchaText("K7WM")));
    }

    @Test
    void givesItOnceOnly() {
        item(answers().keep(id, new CaptchaText("K7WM")));
        item(answers().take(id));

        assertThat(item(answers().take(id))).isEqualTo(new CaptchaTaken.Absent());
    }

    @Test
    void hasNothingThatItWasNotGiven() {
        assertThat(item(answers().take(new CaptchaId("never-given")))).isEqualTo(new CaptchaTaken.Absent());
    }

    @Test
    void givesItToOneOfManyRacers() {
        item(answers().keep(id, new CaptchaText("K7WM")));

        List<CaptchaTaken> taken = item(Multi.createFrom()
                .range(0, RACERS)
                .onItem()
                .transformToUni(i -> answers().take(id))
                .merge(64)
                .collect()
                .asList());

        assertThat(taken)
                .hasSize(RACERS)
                .filteredOn(CaptchaTaken.Open.class::isInstance)
                .hasSize(1);
    }
}
