package io.mapwright.llmgateway.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How each provider counts: {@code gateway.providers.<id>.accounting}. The numbers are the provider's published ones; what
 * is really spent is less by {@link Accounting#safety()}.
 */
@ConfigMapping(prefix = "gateway.providers")
public interface AccountingConfig {

    /** By the provider's configured id. A provider without an accounting section cannot be called. */
    @WithParentName
    Map<String, Provider> providers();

    /** The part of a provider's settings that concerns the quota. */
    interface Provider {

        /** Empty for a provider that no call may reach yet. */
        Optional<Accounting> accounting();
    }

    /** One provider's profile. */
    interface Accounting {

        /** What the provider counts together. */
        @WithDefault("model")
        Scope scope();

        /** Models that share one count although the scope is {@code model}: pool name to model names. */
        Map<String, List<String>> pools();

        /**
         * Published limits by pool name or model name, then by dimension; zero means that the provider does not limit it. A
         * model that is not listed has the {@link #defaultLimits()}.
         */
        Map<String, Map<Dimension, Long>> limits();

        /** Published limits of what {@link #limits()} does not list; empty for none. */
        Map<Dimension, Long> defaultLimits();

        /** Which tokens count against token limits. */
        @WithDefault("actual")
        TokenCharge tokensCounted();

        /** Whether a call that the provider rejected still counts as a request. */
        @WithDefault("true")
        boolean failedCallsCount();

        /** Whether a sixtieth of the per-minute limits is enforced in every second as well. */
        @WithDefault("false")
        boolean perSecondEnforced();

        /** Share of every published limit that is spent, above 0 and at most 1; the rest is left to others on the account. */
        @WithDefault("0.97")
        double safety();

        /** How much longer than the provider's minute a call is counted here, for the way from here to there. */
        @WithDefault("400ms")
        Duration guard();

        /** Seconds of quota that may go at once after an idle time. Per-second limits make it as small as they need. */
        @WithDefault("1s")
        Duration burst();

        /** How long the rate takes to rise from a quarter after a minute without calls or a rejected burst; zero: at once. */
        @WithDefault("0s")
        Duration ramp();

        /** How long all replicas stay away after a rejection that states no delay. */
        @WithDefault("1s")
        Duration defaultCoolDown();
    }

    /** What a provider counts together. */
    enum Scope {
        /** Everything on the account. */
        ACCOUNT,
        /** Every model, or pool of models, of an account by itself. */
        MODEL
    }

    /** Which tokens count. */
    enum TokenCharge {
        /** The real input and output; the estimate is set aside until they are known. */
        ACTUAL,
        /** Prompt and {@code max_tokens} when the call starts, never refunded. */
        MAXIMUM_AT_START
    }
}
