package io.mapwright.diagram.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** Settings under {@code mapwright.llm-gateway}. */
@ConfigMapping(prefix = "mapwright.llm-gateway")
public interface LlmGatewayConfig {

    /** Where llm-gateway-service is, without a path. */
    @WithDefault("http://localhost:18083")
    URI url();

    /** How long after the deadline its own answer about the deadline is waited for. */
    @WithDefault("1s")
    Duration grace();
}
