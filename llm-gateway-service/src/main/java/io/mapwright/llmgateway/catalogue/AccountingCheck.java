package io.mapwright.llmgateway.catalogue;

import io.mapwright.llmgateway.configuration.ConfigurationCheck;
import io.mapwright.llmgateway.provider.Provider;
import io.mapwright.llmgateway.provider.Providers;
import io.mapwright.llmgateway.quota.AccountingConfig;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/** Every provider that can be called needs to be counted: a call that no quota admits would never leave. */
@Singleton
final class AccountingCheck implements ConfigurationCheck {

    private final Providers providers;
    private final AccountingConfig accounting;

    AccountingCheck(Providers providers, AccountingConfig accounting) {
        this.providers = providers;
        this.accounting = accounting;
    }

    @Override
    public List<String> mistakes() {
        return providers.all().stream()
                .filter(this::isUncounted)
                .map(provider -> "gateway.providers." + provider.id()
                        + ".accounting is missing: say how much the provider allows, for instance with"
                        + " accounting.default-limits.concurrency")
                .toList();
    }

    private boolean isUncounted(Provider provider) {
        return Optional.ofNullable(accounting.providers().get(provider.id().value()))
                .flatMap(AccountingConfig.Provider::accounting)
                .isEmpty();
    }
}
