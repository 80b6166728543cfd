package io.mapwright.deploy.simulator.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chat dialect of each provider. */
public final class Dialects {

    private Dialects() {}

    /** Every chat API that is played. */
    public static List<Dialect> all() {
        List<Dialect> all = new ArrayList<>();
        for (Provider provider : Provider.values()) {
            if (!provider.listedModels().isEmpty()) {
                all.add(of(provider));
            }
        }
        all.add(new DashScopeNative());
        all.add(new HunyuanNative());
        all.add(new Dify());
        return all;
    }

    /**
     * The dialect a provider speaks under its chat path.
     *
     * @throws IllegalArgumentException for a provider without chat completions
     */
    public static Dialect of(Provider provider) {
        return switch (provider) {
            case DASHSCOPE ->
                new CompatibleDialect(
                        provider,
                        Quirks.DASHSCOPE,
                        Envelope.DASHSCOPE,
                        Rules.DASHSCOPE,
                        (request, random) -> "chatcmpl-" + request,
                        Dialects::dashScopeHeaders);
            case DEEPSEEK ->
                new CompatibleDialect(
                        provider,
                        Quirks.DEEPSEEK,
                        Envelope.DEEPSEEK,
                        Rules.DEEPSEEK,
                        (request, random) -> Ids.uuid(random),
                        id -> Map.of("x-ds-trace-id", id.replace("-", "")));
            case MOONSHOT ->
                new CompatibleDialect(
                        provider,
                        Quirks.MOONSHOT,
                        Envelope.MOONSHOT,
                        Rules.MOONSHOT,
                        (request, random) -> "cmpl-" + Ids.hex(random, 32),
                        id -> Map.of("msh-request-id", id));
            case HUNYUAN ->
                new CompatibleDialect(
                        provider,
                        Quirks.HUNYUAN,
                        Envelope.HUNYUAN,
                        Rules.HUNYUAN,
                        (request, random) -> Ids.hex(random, 32),
                        id -> Map.of());
            case ARK ->
                new CompatibleDialect(
                        provider,
                        Quirks.ARK,
                        Envelope.ARK,
                        Rules.ARK,
                        (request, random) -> request,
                        id -> Map.of("x-request-id", id));
            case OPENAI ->
                new CompatibleDialect(
                        provider,
                        Quirks.OPENAI,
                        Envelope.OPENAI,
                        Rules.OPENAI,
                        (request, random) -> "chatcmpl-" + Ids.hex(random, 28),
                        id -> Map.of("x-request-id", "req_" + id.replace("-", ""), "openai-processing-ms", "12"));
            case DIFY, OMNI -> throw new IllegalArgumentException(provider.key() + " has no chat completions");
        };
    }

    static Map<String, String> dashScopeHeaders(String requestId) {
        return Map.of(
                "x-request-id", requestId,
                "x-dashscope-call-gateway", "true",
                "req-cost-time", "12",
                "server", "istio-envoy",
                "vary", "Origin");
    }
}
