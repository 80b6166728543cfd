package io.mapwright.llmgateway.quota.memory;

import io.mapwright.llmgateway.quota.LedgerQuota;
import io.mapwright.llmgateway.quota.Quota;
import io.mapwright.llmgateway.quota.QuotaContract;
import io.mapwright.llmgateway.quota.QuotaEvents;
import io.mapwright.llmgateway.quota.TestProfiles;
import org.junit.jupiter.api.AfterEach;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class MemoryQuotaTest extends QuotaContract {

    private final List<MemoryLedgers> opened = new ArrayList<>();

    @Override
    protected Quota quota(TestProfiles profiles) {
        var ledgers = new MemoryLedgers(System::nanoTime);
        opened.add(ledgers);
        return new LedgerQuota(profiles.profiles(), ledgers, "session", new Random(1), QuotaEvents.NONE);
    }

    @AfterEach
    void close() {
        opened.forEach(MemoryLedgers::close);
    }
}
