package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.AccountingConfig.Accounting;
import io.mapwright.llmgateway.quota.AccountingConfig.Scope;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each provider counts, worked out from configuration. */
public final class AccountingProfiles {

    private static final String WHOLE_ACCOUNT = "all";

    private final AccountingConfig accounting;
    private final QuotaConfig quota;

    public AccountingProfiles(AccountingConfig accounting, QuotaConfig quota) {
        this.accounting = accounting;
        this.quota = quota;
    }

    /**
     * What counts this destination.
     *
     * @throws UnknownDestinationException when its provider has no accounting profile
     */
    public QuotaScope scopeOf(Destination destination) {
        var profile = profileOf(destination.provider()).orElseThrow(() -> new UnknownDestinationException(destination));
        return new QuotaScope(destination.provider(), destination.account(), poolOf(profile, destination.model()));
    }

    private static String poolOf(Accounting profile, String model) {
        if (profile.scope() == Scope.ACCOUNT) {
            return WHOLE_ACCOUNT;
        }
        return profile.pools().entrySet().stream()
                .filter(pool -> pool.getValue().contains(model))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(model);
    }

    /** The scopes whose limits configuration lists by name, on the default accounts. */
    List<QuotaScope> namedScopes() {
        var scopes = new ArrayList<QuotaScope>();
        accounting
                .providers()
                .forEach((provider, settings) -> settings.accounting().ifPresent(profile -> {
                    if (profile.scope() == Scope.ACCOUNT) {
                        scopes.add(new QuotaScope(provider, "default", WHOLE_ACCOUNT));
                    } else {
                        profile.limits()
                                .keySet()
                                .forEach(pool -> scopes.add(new QuotaScope(provider, "default", pool)));
                    }
                }));
        return scopes;
    }

    /** Everything configuration says about a scope that {@link #scopeOf} named. */
    public ScopeRules rulesOf(QuotaScope scope) {
        var profile = profileOf(scope.provider()).orElseThrow();
        var published = new EnumMap<Dimension, Long>(Dimension.class);
        published.putAll(profile.defaultLimits());
        published.putAll(profile.limits().getOrDefault(scope.pool(), Map.of()));
        published.values().removeIf(limit -> limit <= 0);
        if (profile.perSecondEnforced()) {
            perSecond(published, Dimension.REQUESTS_PER_MINUTE, Dimension.REQUESTS_PER_SECOND);
            perSecond(published, Dimension.TOKENS_PER_MINUTE, Dimension.TOKENS_PER_SECOND);
        }
        return new ScopeRules(
                scope,
                published,
                new LimitArithmetic(published, profile, quota.limitsVersion()).limits(),
                profile.failedCallsCount(),
                new ScopeRules.LineRules(quota.lineLength(), quota.longestWait()),
                new ScopeRules.Pulse(quota.lease(), quota.heartbeat(), quota.idleHeartbeat()),
                new ScopeRules.Floors(
                        quota.floors().standard() / 100.0, quota.floors().background() / 100.0),
                new ScopeRules.Alone(quota.shareWithoutLedger(), quota.assumedReplicas()));
    }

    /** Whether calls to a provider are counted. */
    boolean knows(String provider) {
        return profileOf(provider).isPresent();
    }

    private static void perSecond(Map<Dimension, Long> published, Dimension perMinute, Dimension perSecond) {
        Optional.ofNullable(published.get(perMinute))
                .ifPresent(limit -> published.putIfAbsent(perSecond, Math.max(1, limit / 60)));
    }

    /** The weight of an organization relative to the others. */
    double weightOf(String organization) {
        return quota.weights().getOrDefault(organization, 1.0);
    }

    private Optional<Accounting> profileOf(String provider) {
        return Optional.ofNullable(accounting.providers().get(provider)).flatMap(AccountingConfig.Provider::accounting);
    }
}
