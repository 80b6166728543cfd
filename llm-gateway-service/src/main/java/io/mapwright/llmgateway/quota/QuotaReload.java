package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.configuration.ConfigurationCheck;
import io.mapwright.llmgateway.configuration.Reloadable;
import jakarta.inject.Singleton;

import java.util.List;

/** Looks over limits at the start, and takes others while the gateway runs. */
@Singleton
final class QuotaReload implements ConfigurationCheck, Reloadable {

    private final LedgerQuota quota;
    private final AccountingConfig accounting;
    private final QuotaConfig config;

    QuotaReload(LedgerQuota quota, AccountingConfig accounting, QuotaConfig config) {
        this.quota = quota;
        this.accounting = accounting;
        this.config = config;
    }

    @Override
    public List<String> mistakes() {
        return new AccountingMistakes(accounting, config).all();
    }

    @Override
    public List<String> mistakesIn(Fresh fresh) {
        return new AccountingMistakes(fresh.mapping(AccountingConfig.class), fresh.mapping(QuotaConfig.class)).all();
    }

    @Override
    public void take(Fresh fresh) {
        quota.follow(new AccountingProfiles(fresh.mapping(AccountingConfig.class), fresh.mapping(QuotaConfig.class)));
    }
}
