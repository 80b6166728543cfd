package io.mapwright.llmgateway.quota;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Makes the quota of this service: the ledgers that configuration names, and a session that no other process has. */
@ApplicationScoped
class QuotaProducer {

    private static final int SESSION_BYTES = 8;

    private final Ledgers ledgers;
    private final LedgerQuota quota;

    QuotaProducer(
            @Any Instance<Ledgers> stores,
            AccountingConfig accounting,
            QuotaConfig config,
            Instance<QuotaEvents> events) {
        var random = new SecureRandom();
        var session = new byte[SESSION_BYTES];
        random.nextBytes(session);
        ledgers = stores.select(Identifier.Literal.of(config.store().name().toLowerCase(Locale.ROOT)))
                .get();
        quota = new LedgerQuota(
                new AccountingProfiles(accounting, config),
                ledgers,
                HexFormat.of().formatHex(session),
                random,
                events.isResolvable() ? events.get() : QuotaEvents.NONE);
    }

    @Produces
    @Singleton
    LedgerQuota quota() {
        return quota;
    }

    void open(@Observes Startup start) {
        quota.open();
    }

    void close(@Observes Shutdown stop) {
        quota.close();
        ledgers.close();
    }
}
