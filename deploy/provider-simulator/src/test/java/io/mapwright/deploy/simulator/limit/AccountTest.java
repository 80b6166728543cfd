package io.mapwright.deploy.simulator.limit;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class AccountTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final List<Dimension> ORDER = List.of(Dimension.values());
    private static final Demand ONE_TOKEN = new Demand(1);

    private final Account account = new Account("default", ORDER);

    @Test
    void admitsExactlyTheLimitInEveryRollingMinute() {
        // given
        account.enforce(new Limits(50, false, 0, 0, 0, null), model -> Limits.NONE);
        Random random = new Random(7);
        List<Long> admitted = new ArrayList<>();
        long now = 0;

        // when
        for (int i = 0; i < 4_000; i++) {
            now += (long) (random.nextDouble() * SECOND);
            long at = now;
            long before = admitted.stream().filter(t -> at - t < 60 * SECOND).count();
            boolean in = enter("a", now) instanceof Admission.Admitted;

            // then
            assertThat(in).as("call %d with %d before it", i, before).isEqualTo(before < 50);
            if (in) {
                admitted.add(now);
            }
        }
    }

    @Test
    void keepsModelsApartAndTheAccountTogether() {
        account.enforce(
                new Limits(3, false, 0, 0, 0, null),
                model -> model.equals("small") ? new Limits(1, false, 0, 0, 0, null) : Limits.NONE);

        assertThat(enter("small", 0)).isInstanceOf(Admission.Admitted.class);
        assertThat(refusal("small", 0).limit()).isEqualTo(1);
        assertThat(enter("big", 0)).isInstanceOf(Admission.Admitted.class);
        assertThat(enter("big", 0)).isInstanceOf(Admission.Admitted.class);
        assertThat(refusal("big", 0)).isEqualTo(new Refusal(Dimension.REQUESTS_PER_MINUTE, 3, 3, 60 * SECOND));
    }

    @Test
    void chargesNothingAnywhereForARefusedCall() {
        account.enforce(new Limits(2, false, 0, 0, 0, null), model -> new Limits(1, false, 0, 0, 0, null));
        enter("a", 0);
        for (int i = 0; i < 10; i++) {
            enter("a", 1);
        }

        assertThat(enter("b", 2)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void freesAPlaceWhenACallEndsAndOnlyOnce() {
        account.enforce(new Limits(0, false, 0, 0, 2, null), model -> Limits.NONE);
        var first = (Admission.Admitted) enter("a", 0);
        enter("a", 0);

        assertThat(refusal("a", 0).dimension()).isEqualTo(Dimension.CONCURRENCY);
        first.lease().end(1, 1);
        first.lease().end(1, 1);

        assertThat(enter("a", 1)).isInstanceOf(Admission.Admitted.class);
        assertThat(refusal("a", 1).current()).isEqualTo(2);
    }

    @Test
    void enforcesASixtiethPerSecondWhereTheProviderDoes() {
        account.enforce(new Limits(120, true, 0, 0, 0, null), model -> Limits.NONE);

        assertThat(enter("a", 0)).isInstanceOf(Admission.Admitted.class);
        assertThat(enter("a", SECOND / 2)).isInstanceOf(Admission.Admitted.class);
        assertThat(refusal("a", SECOND - 1)).isEqualTo(new Refusal(Dimension.REQUESTS_PER_SECOND, 2, 2, 1));
        assertThat(enter("a", SECOND)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void chargesTokensReallyUsedAtTheTimeTheCallArrived() {
        account.enforce(new Limits(0, false, 100, 0, 0, null), model -> Limits.NONE);
        var call = (Admission.Admitted) account.enter("a", 0, new Demand(40));
        call.lease().end(5 * SECOND, 90);

        assertThat(((Admission.Refused) account.enter("a", 6 * SECOND, new Demand(20))).refusal())
                .isEqualTo(new Refusal(Dimension.TOKENS_PER_MINUTE, 100, 90, 54 * SECOND));
        assertThat(account.enter("a", 60 * SECOND, new Demand(20))).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void letsTheCallRateGrowOnlyStepByStep() {
        account.enforce(new Limits(0, false, 0, 0, 0, new BurstRamp(2, 1, 5)), model -> Limits.NONE);

        assertThat(admittedIn(0)).isEqualTo(2);
        assertThat(admittedIn(1)).isEqualTo(2);
        admittedIn(4);
        assertThat(admittedIn(6)).isEqualTo(3);
        assertThat(admittedIn(12)).isEqualTo(4);
        assertThat(admittedIn(60)).isEqualTo(2);
    }

    private int admittedIn(int second) {
        int admitted = 0;
        for (int i = 0; i < 20; i++) {
            admitted += enter("a", second * SECOND + i) instanceof Admission.Admitted ? 1 : 0;
        }
        return admitted;
    }

    private Admission enter(String model, long now) {
        return account.enter(model, now, ONE_TOKEN);
    }

    private Refusal refusal(String model, long now) {
        return ((Admission.Refused) enter(model, now)).refusal();
    }
}
