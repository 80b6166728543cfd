package io.mapwright.llmgateway.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code gateway.reload}. */
@ConfigMapping(prefix = "gateway.reload")
public interface ReloadConfig {

    /**
     * A properties file that wins over all other configuration and is read again whenever its content changes, such as a
     * mounted ConfigMap. Weights and ranks of routes and the limits of providers may change; other keys wait for a restart.
     * Empty: nothing is reloaded. A file that does not exist counts as one without keys.
     */
    Optional<Path> file();

    /** How often the file is looked at, from 1 s up. */
    @WithDefault("1s")
    Duration every();
}
