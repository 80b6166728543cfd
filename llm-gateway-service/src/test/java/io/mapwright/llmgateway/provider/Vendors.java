package io.mapwright.llmgateway.provider;

import io.micrometer.core.instrument.MeterRegistry;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All vendors, as the container would find them. */
public final class Vendors {

    private Vendors() {}

    public static Map<String, Vendor> all() {
        Map<String, Vendor> vendors = new TreeMap<>();
        Stream.of(
                        "openai.OpenAiCompatible",
                        "dashscope.DashScope",
                        "deepseek.DeepSeek",
                        "moonshot.Moonshot",
                        "hunyuan.Hunyuan",
                        "ark.Ark")
                .map(Vendors::create)
                .forEach(vendor -> vendors.put(vendor.name(), vendor));
        return vendors;
    }

    public static Providers providers(ProvidersConfig config) {
        return new Providers(config, all().values().stream());
    }

    public static UnknownCodes unknownCodes(MeterRegistry metrics) {
        return new UnknownCodes(metrics);
    }

    private static Vendor create(String name) {
        try {
            var constructor = Class.forName("io.mapwright.llmgateway.provider.vendor." + name)
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Vendor) constructor.newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
