package io.mapwright.auth.demo;

import io.mapwright.defaults.production.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Production has no accounts whose passwords are in somebody's start script. */
@ApplicationScoped
class DemoCheck implements ProductionCheck {

    private final DemoConfig config;

    DemoCheck(DemoConfig config) {
        this.config = config;
    }

    @Override
    public List<String> problems() {
        return config.enabled() ? List.of("auth.demo.enabled is true: the demo is not for production") : List.of();
    }
}
