package io.mapwright.llmgateway.quota;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accounting profiles from properties, as a service would read them. */
public final class TestProfiles {

    private final Map<String, String> properties = new HashMap<>();

    private TestProfiles() {}

    /** One provider called {@code provider} whose whole account is counted together, without a safety margin. */
    public static TestProfiles account() {
        return new TestProfiles().with("scope", "account").with("safety", "1.0");
    }

    /** Sets a property of the provider's accounting. */
    public TestProfiles with(String property, Object value) {
        properties.put("gateway.providers.provider.accounting." + property, value.toString());
        return this;
    }

    /** Sets one of its limits. */
    public TestProfiles limit(Dimension dimension, long limit) {
        return with("default-limits." + dimension.name().toLowerCase().replace('_', '-'), limit);
    }

    /** Sets a property of the quota as a whole. */
    public TestProfiles quota(String property, Object value) {
        properties.put("gateway.quota." + property, value.toString());
        return this;
    }

    public AccountingProfiles profiles() {
        var config = config();
        return new AccountingProfiles(
                config.getConfigMapping(AccountingConfig.class), config.getConfigMapping(QuotaConfig.class));
    }

    /** What is wrong with them. */
    List<String> mistakes() {
        var config = config();
        return new AccountingMistakes(
                        config.getConfigMapping(AccountingConfig.class), config.getConfigMapping(QuotaConfig.class))
                .all();
    }

    private SmallRyeConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccountingConfig.class)
                .withMapping(QuotaConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }

    public ScopeRules rules() {
        var profiles = profiles();
        return profiles.rulesOf(profiles.scopeOf(destination()));
    }

    public static Destination destination() {
        return Destination.of("provider", "model");
    }
}
