package io.mapwright.llmgateway.quota;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccountingMistakesTest {

    @Test
    void areNoneInTheDefaults() {
        assertThat(TestProfiles.account().mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lease, 1s, gateway.quota.lease must be 2 s or more but was PT1S",
        "heartbeat, 6s, gateway.quota.heartbeat must be less than half the lease but was PT6S",
        "share-without-ledger, 1.0, gateway.quota.share-without-ledger must be above 0 and at most 0.95 but was 1.0",
        "floors.background, 60, gateway.quota.floors.background must be 0 to 50 but was 60",
        "weights.school, 0, gateway.quota.weights.school must be above 0 but was 0.0",
    })
    void nameTheSettingOfTheQuotaAndWhatItWas(String property, String value, String mistake) {
        assertThat(TestProfiles.account().quota(property, value).mistakes()).contains(mistake);
    }

    @ParameterizedTest
    @CsvSource({
        "safety, 1.1, safety must be above 0 and at most 1 but was 1.1",
        "guard, 9s, guard must be 0 to 5 s but was PT9S",
        "default-limits.concurrency, -1, default-limits.concurrency must be 0 or more but was -1",
    })
    void nameTheProvidersSettingAndWhatItWas(String property, String value, String mistake) {
        assertThat(TestProfiles.account().with(property, value).mistakes())
                .containsExactly("gateway.providers.provider.accounting." + mistake);
    }
}
