package io.mapwright.auth.session;

import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.session.IssuedRefreshToken.Verdict;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class IssuedRefreshTokenTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(20);

    @Test
    void isFreshUntilItIsUsed() {
        assertThat(token(Optional.empty(), Optional.empty()).presentedAt(NOW, GRACE))
                .isEqualTo(Verdict.FRESH);
    }

    @Test
    void maySecondBeUsedByTabsThatRefreshAtOnce() {
        IssuedRefreshToken used = token(Optional.of(NOW), Optional.empty());

        assertThat(used.presentedAt(NOW.plus(GRACE), GRACE)).isEqualTo(Verdict.IN_GRACE);
        assertThat(used.presentedAt(NOW.plus(GRACE).plusMillis(1), GRACE)).isEqualTo(Verdict.REUSED);
    }

    @Test
    void isDeadOnceItExpires() {
        IssuedRefreshToken token = token(Optional.empty(), Optional.empty());

        assertThat(token.presentedAt(token.expiresAt().minusMillis(1), GRACE)).isEqualTo(Verdict.FRESH);
        assertThat(token.presentedAt(token.expiresAt(), GRACE)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void isDeadWithItsSessionHoweverItWasUsed() {
        assertThat(token(Optional.of(NOW), Optional.of(NOW)).presentedAt(NOW.plusSeconds(60), GRACE))
                .isEqualTo(Verdict.DEAD);
    }

    private static IssuedRefreshToken token(Optional<Instant> replacedAt, Optional<Instant> endedAt) {
        return new IssuedRefreshToken(
                new SessionId(new UUID(1, 2)), new AccountId(1), NOW.plus(Duration.ofDays(7)), replacedAt, endedAt);
    }
}
