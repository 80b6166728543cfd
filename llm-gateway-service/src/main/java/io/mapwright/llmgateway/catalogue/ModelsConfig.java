package io.mapwright.llmgateway.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import java.util.List;
import java.util.Map;

/** The logical models: {@code gateway.models.<name>}. */
@ConfigMapping(prefix = "gateway.models")
public interface ModelsConfig {

    /** By the name that callers use. */
    @WithParentName
    Map<String, Model> models();

    /** One logical model. */
    interface Model {

        /** How it can be reached; at least one. */
        List<Route> routes();
    }

    /** One way to reach it. */
    interface Route {

        /** Id of a configured provider. */
        String provider();

        /** The provider's own name of the model. */
        String model();

        /** Share of the calls among the routes of the same rank, from 1 up. */
        @WithDefault("100")
        int weight();

        /** Routes of a higher rank are used when none of a lower one can serve; from 1 up. */
        @WithDefault("1")
        int rank();
    }
}
