package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.AccountingConfig.Accounting;
import io.mapwright.llmgateway.quota.AccountingConfig.TokenCharge;
import io.mapwright.llmgateway.quota.ScopeLimits.Pacing;

import java.time.Duration;
import java.util.Map;

/** Turns a provider's published limits into what the ledger enforces. */
final class LimitArithmetic {

    private static final long SECOND = 1_000_000;
    private static final long BUCKET = 100_000; // of the ledger's ring; a call stays up to one bucket too long
    private static final long LEAD = 60_000;
    private static final long LOW_LEAD = 15_000;
    private static final long USE_BY = 200_000;
    private static final long SECOND_GUARD = 25_000; // how much closer two calls may come on the way to the provider
    private static final double SECOND_BURST = 0.01; // of a second's quota, to catch up after a slot was late

    private final Map<Dimension, Long> published;
    private final Accounting profile;
    private final long version;

    LimitArithmetic(Map<Dimension, Long> published, Accounting profile, long version) {
        this.version = version;
        this.published = published;
        this.profile = profile;
    }

    ScopeLimits limits() {
        return new ScopeLimits(
                version,
                spendable(Dimension.REQUESTS_PER_MINUTE),
                spendable(Dimension.TOKENS_PER_MINUTE),
                spendable(Dimension.REQUESTS_PER_DAY),
                spendable(Dimension.TOKENS_PER_DAY),
                published.getOrDefault(Dimension.CONCURRENCY, 0L), // in flight is exact: it needs no margin
                window(),
                pacing(),
                profile.tokensCounted() == TokenCharge.MAXIMUM_AT_START,
                micros(profile.defaultCoolDown()));
    }

    private Pacing pacing() {
        long requests = spendable(Dimension.REQUESTS_PER_MINUTE);
        long perSecond = published.getOrDefault(Dimension.REQUESTS_PER_SECOND, 0L);
        double spacing = requests == 0 ? 0 : (double) (window() + BUCKET) / requests;
        long burst = Math.max(2, profile.burst().toMillis() * requests / 60_000);
        long useBy = Math.min(USE_BY, micros(profile.guard()) / 2);
        if (perSecond > 0) {
            burst = 1 + (long) (perSecond * SECOND_BURST);
            spacing = Math.max(spacing, (double) (SECOND + SECOND_GUARD) / (perSecond - burst + 1));
            useBy = Math.min(useBy, SECOND_GUARD / 2);
        }
        long tokens = spendable(Dimension.TOKENS_PER_MINUTE);
        double tokenSpacing = tokens == 0 ? 0 : (double) (window() + BUCKET) / tokens;
        return new Pacing(
                spacing, burst, tokenSpacing, micros(profile.burst()), LEAD, LOW_LEAD, micros(profile.ramp()), useBy);
    }

    private long window() {
        return 60 * SECOND + micros(profile.guard());
    }

    private long spendable(Dimension dimension) {
        return Math.max(published.containsKey(dimension) ? 1 : 0, (long)
                Math.floor(published.getOrDefault(dimension, 0L) * profile.safety()));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
