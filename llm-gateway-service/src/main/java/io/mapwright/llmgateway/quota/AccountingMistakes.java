package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.AccountingConfig.Accounting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with the settings of the quota, one sentence each that names the property and what it was. */
final class AccountingMistakes {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);
    private static final Duration LONGEST_GUARD = Duration.ofSeconds(5);
    private static final double LARGEST_LOCAL_SHARE = 0.95;
    private static final int LARGEST_FLOOR = 50;

    private final AccountingConfig accounting;
    private final QuotaConfig quota;
    private final List<String> mistakes = new ArrayList<>();

    AccountingMistakes(AccountingConfig accounting, QuotaConfig quota) {
        this.accounting = accounting;
        this.quota = quota;
    }

    List<String> all() {
        mistakes.clear();
        together();
        accounting
                .providers()
                .forEach((provider, settings) -> settings.accounting()
                        .ifPresent(profile -> one("gateway.providers." + provider + ".accounting.", profile)));
        return List.copyOf(mistakes);
    }

    private void together() {
        want(quota.lease().compareTo(SHORTEST_LEASE) >= 0, "gateway.quota.lease", "2 s or more", quota.lease());
        want(
                quota.heartbeat().isPositive()
                        && quota.heartbeat().multipliedBy(2).compareTo(quota.lease()) < 0,
                "gateway.quota.heartbeat",
                "less than half the lease",
                quota.heartbeat());
        double share = quota.shareWithoutLedger();
        want(
                share > 0 && share <= LARGEST_LOCAL_SHARE,
                "gateway.quota.share-without-ledger",
                "above 0 and at most 0.95",
                share);
        want(quota.assumedReplicas() >= 1, "gateway.quota.assumed-replicas", "1 or more", quota.assumedReplicas());
        floor("gateway.quota.floors.standard", quota.floors().standard());
        floor("gateway.quota.floors.background", quota.floors().background());
        quota.weights()
                .forEach((organization, weight) ->
                        want(weight > 0, "gateway.quota.weights." + organization, "above 0", weight));
    }

    private void floor(String property, int percent) {
        want(percent >= 0 && percent <= LARGEST_FLOOR, property, "0 to 50", percent);
    }

    private void one(String prefix, Accounting profile) {
        want(
                profile.safety() > 0 && profile.safety() <= 1,
                prefix + "safety",
                "above 0 and at most 1",
                profile.safety());
        boolean guarded = !profile.guard().isNegative() && profile.guard().compareTo(LONGEST_GUARD) <= 0;
        want(guarded, prefix + "guard", "0 to 5 s", profile.guard());
        want(!profile.burst().isNegative(), prefix + "burst", "0 or more", profile.burst());
        want(!profile.ramp().isNegative(), prefix + "ramp", "0 or more", profile.ramp());
        limits(prefix + "default-limits.", profile.defaultLimits());
        profile.limits().forEach((pool, limits) -> limits(prefix + "limits." + pool + ".", limits));
    }

    private void limits(String prefix, Map<Dimension, Long> limits) {
        limits.forEach((dimension, limit) -> want(
                limit >= 0, prefix + dimension.name().toLowerCase(Locale.ROOT).replace('_', '-'), "0 or more", limit));
    }

    private void want(boolean holds, String property, String wanted, Object was) {
        if (!holds) {
            mistakes.add(property + " must be " + wanted + " but was " + was);
        }
    }
}
