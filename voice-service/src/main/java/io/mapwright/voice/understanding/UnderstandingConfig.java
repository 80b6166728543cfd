package io.mapwright.voice.understanding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings under {@code voice.understanding}. */
@ConfigMapping(prefix = "voice.understanding")
public interface UnderstandingConfig {

    /** Spoken wishes of which the model is less sure than this are taken for conversation; 0..1. */
    @WithDefault("0.7")
    double spokenThreshold();

    /** The same for typed ones. */
    @WithDefault("0.5")
    double typedThreshold();
}
