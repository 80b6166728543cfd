package io.mapwright.llmgateway.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The providers: {@code gateway.providers.<id>}, apart from how they count, which the quota reads. */
@ConfigMapping(prefix = "gateway.providers")
public interface ProvidersConfig {

    /** By id. */
    @WithParentName
    Map<String, Settings> providers();

    /** One provider account. */
    interface Settings {

        /** Which accent it speaks: {@code dashscope, deepseek, moonshot, hunyuan, ark} or {@code openai-compatible}. */
        @WithDefault("openai-compatible")
        String vendor();

        /** Where {@code /chat/completions} is appended. Empty: the provider exists but cannot be called. */
        Optional<String> baseUrl();

        /** Sent as a bearer token. Empty: no {@code Authorization} header is sent, as local servers like it. */
        Optional<String> apiKey();

        /** Further request headers. */
        Map<String, String> headers();

        /** Further members of the request body, each a JSON value, sent unless the caller set them. */
        Map<String, String> body();

        /** Time to establish a connection. */
        @WithDefault("3s")
        Duration connectTimeout();

        /** Time from the request to the first byte of the answer. */
        @WithDefault("60s")
        Duration firstByteTimeout();

        /** Longest silence inside an answer; any byte counts, heartbeats too. */
        @WithDefault("60s")
        Duration idleTimeout();
    }
}
