package io.mapwright.llmgateway.metering;

import io.mapwright.llmgateway.configuration.ConfigurationCheck;
import io.mapwright.llmgateway.provider.Usage;
import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What calls cost, by the configured prices. */
@Singleton
public final class PriceTable implements ConfigurationCheck {

    private static final int MILLION = 6;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

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

    @Override
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (!CURRENCY.matcher(config.currency()).matches()) {
            mistakes.add("gateway.pricing.currency must be three capital letters but was: " + config.currency());
        }
        new TreeMap<>(config.models()).forEach((model, price) -> {
            String key = "gateway.pricing.models.\"" + model + "\"";
            if (model.indexOf('/') <= 0) {
                mistakes.add(key + " must be named provider/model");
            }
            if (price.input().signum() < 0 || price.output().signum() < 0) {
                mistakes.add(key + " must not be negative but was: " + price.input() + " and " + price.output());
            }
        });
        return mistakes;
    }
}
