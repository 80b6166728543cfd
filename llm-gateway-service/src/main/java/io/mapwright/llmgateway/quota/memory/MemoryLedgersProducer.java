package io.mapwright.llmgateway.quota.memory;

import io.mapwright.llmgateway.quota.Ledgers;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Ledgers in this process. */
@ApplicationScoped
class MemoryLedgersProducer {

    @Produces
    @Singleton
    @Identifier("memory")
    Ledgers ledgers() {
        return new MemoryLedgers(System::nanoTime);
    }
}
