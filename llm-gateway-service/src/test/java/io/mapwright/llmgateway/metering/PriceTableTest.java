package io.mapwright.llmgateway.metering;

import io.mapwright.llmgateway.configuration.Settings;
import io.mapwright.llmgateway.provider.Usage;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class PriceTableTest {

    @Test
    void chargesInputAndOutputPerMillion() {
        PriceTable prices = prices(Map.of(
                "gateway.pricing.models.\"dashscope/qwen-plus\".input", "0.8",
                "gateway.pricing.models.\"dashscope/qwen-plus\".output", "2"));

        assertThat(prices.cost("dashscope", "qwen-plus", new Usage(1_500, 250, 0, 0)))
                .contains(new Cost(new BigDecimal("0.0017"), "CNY"));
        assertThat(prices.cost("dashscope", "qwen-plus", new Usage(1, 0, 0, 0)))
                .contains(new Cost(new BigDecimal("0.0000008"), "CNY"));
    }

    @Test
    void doesNotInventAPrice() {
        assertThat(prices(Map.of()).cost("dashscope", "qwen-max", new Usage(10, 10, 0, 0)))
                .isEmpty();
    }

    @Test
    void namesItsMistakes() {
        PriceTable prices = prices(Map.of(
                "gateway.pricing.currency", "Yuan",
                "gateway.pricing.models.qwen.input", "1",
                "gateway.pricing.models.qwen.output", "1",
                "gateway.pricing.models.\"ark/d\".input", "-1",
                "gateway.pricing.models.\"ark/d\".output", "1"));

        assertThat(prices.mistakes())
                .containsExactly(
                        "gateway.pricing.currency must be three capital letters but was: Yuan",
                        "gateway.pricing.models.\"ark/d\" must not be negative but was: -1 and 1",
                        "gateway.pricing.models.\"qwen\" must be named provider/model");
    }

    private static PriceTable prices(Map<String, String> properties) {
        return new PriceTable(Settings.of(PricesConfig.class, properties));
    }
}
