package io.mapwright.defaults.production;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.util.List;

/** Refuses to start under the {@code prod} profile while any {@link ProductionCheck} finds something wrong. */
@Singleton
final class ProductionGate {

    private static final Logger LOG = Logger.getLogger(ProductionGate.class);

    private final List<ProductionCheck> checks;

    ProductionGate(@All List<ProductionCheck> checks) {
        this.checks = checks;
    }

    void open(@Observes @Priority(1) StartupEvent starting) {
        if (ConfigUtils.isProfileActive("prod")) {
            refuse(checks.stream().flatMap(check -> check.problems().stream()).toList());
        }
    }

    static void refuse(List<String> problems) {
        if (problems.isEmpty()) {
            return;
        }
        problems.forEach(problem -> LOG.errorf("unsafe configuration: %s", problem));
        throw new IllegalStateException("refusing to start in production: " + String.join("; ", problems));
    }
}
