package io.mapwright.llmgateway.metering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.math.BigDecimal;
import java.util.Map;

/** Settings under {@code gateway.pricing}. */
@ConfigMapping(prefix = "gateway.pricing")
public interface PricesConfig {

    /** Currency of all prices, an ISO 4217 code. */
    @WithDefault("CNY")
    String currency();

    /** By {@code provider/model}; a model that is not listed costs nothing known, and its events carry no cost. */
    Map<String, Price> models();

    /** Prices of one model per million tokens. */
    interface Price {

        /** Of the prompt. */
        BigDecimal input();

        /** Of the answer. */
        BigDecimal output();
    }
}
