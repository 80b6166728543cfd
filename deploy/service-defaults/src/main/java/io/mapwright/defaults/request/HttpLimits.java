package io.mapwright.defaults.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings under {@code mapwright.http}. */
@ConfigMapping(prefix = "mapwright.http")
public interface HttpLimits {

    /** Largest request body that is read; a larger one is answered 413. At most 1 MiB below Quarkus's own limit. */
    @WithDefault("5M")
    MemorySize maxBody();
}
