package io.mapwright.llmgateway.metering;

import io.mapwright.llmgateway.provider.Usage;
import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.util.Optional;

/** What calls cost, by the configured prices. */
@Singleton
public final class PriceTable {

    private static final int MILLION = 6;

    private final PricesConfig config;

    PriceTable(PricesConfig config) {
        this.config = config;
    }

    /** The cost of {@code usage} on a model, empty when it has no price. */
    public Optional<Cost> cost(String provider, String model, Usage usage) {
        PricesConfig.Price price = config.models().get(provider + "/" + model);
        if (price == null) {
            return Optional.empty();
        }
        BigDecimal amount = price.input()
                .multiply(BigDecimal.valueOf(usage.input()))
                .add(price.output().multiply(BigDecimal.valueOf(usage.output())))
                .movePointLeft(MILLION);
        return Optional.of(new Cost(amount.stripTrailingZeros(), config.currency()));
    }
}
