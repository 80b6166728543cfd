package io.mapwright.llmgateway.catalogue;

import io.mapwright.llmgateway.configuration.Reloadable;
import io.mapwright.llmgateway.configuration.Settings;
import io.mapwright.llmgateway.provider.Providers;
import io.mapwright.llmgateway.provider.ProvidersConfig;
import io.mapwright.llmgateway.provider.Vendors;
import io.mapwright.llmgateway.quota.AccountingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said about providers and models that cannot work. */
class ConfigurationMistakesTest {

    private static final Map<String, String> GOOD = Map.of(
            "gateway.providers.dashscope.vendor", "dashscope",
            "gateway.providers.dashscope.base-url", "https://dashscope.aliyuncs.com/compatible-mode/v1/",
            "gateway.providers.dashscope.accounting.default-limits.requests-per-minute", "100",
            "gateway.providers.ark.vendor", "ark",
            "gateway.models.qwen.routes[0].provider", "dashscope",
            "gateway.models.qwen.routes[0].model", "qwen-plus");

    @Test
    void areNoneInAGoodConfiguration() {
        Reading reading = read(Map.of());

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.catalogue().names()).containsExactly("qwen");
        assertThat(reading.catalogue()
                        .find("qwen")
                        .orElseThrow()
                        .routes()
                        .getFirst()
                        .provider()
                        .chat())
                .hasToString("https://dashscope.aliyuncs.com/compatible-mode/v1/chat/completions");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gateway.providers.dashscope.vendor| dashskope| vendor must be one of [ark, dashscope, deepseek, hunyuan, moonshot, openai-compatible] but was: dashskope",
                "gateway.providers.dashscope.base-url| ftp://x| base-url must be an http or https address without a query but was: ftp://x",
                "gateway.providers.dashscope.base-url| https://x/v1?key=1| base-url must be an http or https address without a query but was: https://x/v1?key=1",
                "gateway.providers.dashscope.base-url| not an address| base-url must be an http or https address without a query but was: not an address",
                "gateway.providers.dashscope.first-byte-timeout| 0s| timeouts must be positive but were",
                "gateway.providers.Local.base-url| http://x| a provider id is 1..64 of a-z 0-9 - but was: Local",
                "gateway.providers.local.base-url| http://x| gateway.providers.local.accounting is missing",
                "gateway.models.qwen.routes[0].provider| nobody| gateway.models.qwen.routes[0].provider must be one of [ark, dashscope] but was: nobody",
                "gateway.models.qwen.routes[0].weight| 0| gateway.models.qwen.routes[0]: weight and rank start at 1 but were: 0 and 1",
                "gateway.models.qwen.routes[0].rank| -1| gateway.models.qwen.routes[0]: weight and rank start at 1 but were: 100 and -1",
                "gateway.models.qwen.routes[0].model| a b| gateway.models.qwen.routes[0]: model must be 1 to 128 of"
            })
    void areNamedWithTheirPropertyAndValue(String property, String value, String sentence) {
        assertThat(read(Map.of(property, value)).mistakes())
                .anySatisfy(mistake -> assertThat(mistake).contains(sentence));
    }

    @Test
    void areNamedAllAtOnce() {
        Reading reading = read(Map.of(
                "gateway.providers.ark.vendor", "arc",
                "gateway.providers.local.base-url", "http://x",
                "gateway.models.qwen.routes[0].provider", "nobody",
                "gateway.models.doubao.routes[0].provider", "ark",
                "gateway.models.doubao.routes[0].model", "d",
                "gateway.models.doubao.routes[0].weight", "0"));

        assertThat(reading.mistakes()).hasSize(3);
    }

    @Test
    void leaveOutModelsWhoseProviderHasNoAddress() {
        Reading reading = read(Map.of(
                "gateway.models.doubao.routes[0].provider",
                "ark",
                "gateway.models.doubao.routes[0].model",
                "doubao-1"));

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.catalogue().find("doubao")).isEmpty();
        assertThat(reading.catalogue().find("ark/doubao-1")).isEmpty();
    }

    @Test
    void letAnyModelOfAProviderBeNamedDirectly() {
        ModelCatalogue catalogue = read(Map.of()).catalogue();

        assertThat(catalogue.find("dashscope/qwen-max").orElseThrow().routes())
                .singleElement()
                .satisfies(route -> assertThat(route.model()).isEqualTo("qwen-max"));
        assertThat(catalogue.find("dashscope/")).isEmpty();
        assertThat(catalogue.find("/qwen")).isEmpty();
        assertThat(catalogue.find("dashscope/a b")).isEmpty();
        assertThat(catalogue.find("No Provider/x")).isEmpty();
    }

    @Test
    void inFreshWeightsChangeNothing() {
        ModelCatalogue catalogue = read(Map.of()).catalogue();
        Map<String, String> wrong = new HashMap<>(GOOD);
        wrong.put("gateway.models.qwen.routes[0].weight", "0");
        Map<String, String> right = new HashMap<>(GOOD);
        right.put("gateway.models.qwen.routes[0].weight", "7");

        assertThat(catalogue.mistakesIn(fresh(wrong))).hasSize(1);
        assertThat(catalogue.mistakesIn(fresh(right))).isEmpty();
        assertThat(weight(catalogue)).isEqualTo(100);
        catalogue.take(fresh(right));
        assertThat(weight(catalogue)).isEqualTo(7);
    }

    private static int weight(ModelCatalogue catalogue) {
        return catalogue.find("qwen").orElseThrow().routes().getFirst().weight();
    }

    private static Reloadable.Fresh fresh(Map<String, String> properties) {
        return new Reloadable.Fresh() {
            @Override
            public <T> T mapping(Class<T> type) {
                return Settings.of(type, properties);
            }
        };
    }

    private record Reading(ModelCatalogue catalogue, List<String> mistakes) {}

    private static Reading read(Map<String, String> changes) {
        Map<String, String> properties = new HashMap<>(GOOD);
        properties.putAll(changes);
        Providers providers = Vendors.providers(Settings.of(ProvidersConfig.class, properties));
        ModelCatalogue catalogue = new ModelCatalogue(providers, Settings.of(ModelsConfig.class, properties));
        List<String> mistakes = new ArrayList<>(providers.mistakes());
        mistakes.addAll(catalogue.mistakes());
        mistakes.addAll(new AccountingCheck(providers, Settings.of(AccountingConfig.class, properties)).mistakes());
        return new Reading(catalogue, mistakes);
    }
}
