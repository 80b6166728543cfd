package io.mapwright.auth.login;

import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.login.LoginAttempts.Gate;
import io.smallrye.mutiny.Multi;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import static io.mapwright.auth.Await.item;
import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link LoginAttempts} owes its callers: ten failures in a row lock a number for five minutes. */
public abstract class LoginAttemptsContract {

    private static final int LIMIT = 10;

    private final PhoneNumber phone = anyPhone();
    private final PhoneNumber other = anyPhone();

    /** Attempts by the default settings. */
    protected abstract LoginAttempts attempts();

    @Test
    void letsTheFirstTenThrough() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(item(attempts().begin(phone))).isEqualTo(new Gate.Open());
            item(attempts().failed(phone));
        }
    }

    @Test
    void locksAfterTheTenthFailureForTheTimeItSays() {
        fail(LIMIT);

        assertThat(item(attempts().begin(phone)))
                .isInstanceOfSatisfying(
                        Gate.Locked.class,
                        locked ->
                                assertThat(locked.remaining()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
    }

    @Test
    void countsFailuresInARowOnly() {
        fail(LIMIT - 1);
        item(attempts().begin(phone));
        item(attempts().succeeded(phone));
        fail(LIMIT - 1);

        assertThat(item(attempts().begin(phone))).isEqualTo(new Gate.Open());
    }

    @Test
    void locksOneNumberAndNotItsNeighbour() {
        fail(LIMIT);

        assertThat(item(attempts().begin(other))).isEqualTo(new Gate.Open());
    }

    @Test
    void canBeUnlocked() {
        fail(LIMIT);
        item(attempts().unlock(phone));

        assertThat(item(attempts().begin(phone))).isEqualTo(new Gate.Open());
    }

    @Test
    void letsNoMoreThanTenOfManyGuessesAtOnceThrough() {
        List<Gate> gates = item(Multi.createFrom()
                .range(0, 500)
                .onItem()
                .transformToUni(i -> attempts().begin(phone))
                .merge(64)
                .collect()
                .asList());

        assertThat(gates).filteredOn(Gate.Open.class::isInstance).hasSize(LIMIT);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            item(attempts().begin(phone));
            item(attempts().failed(phone));
        }
    }

    private static PhoneNumber anyPhone() {
        return new PhoneNumber(Long.toString(ThreadLocalRandom.current().nextLong(10_000_000_000L, 20_000_000_000L)));
    }
}
