package io.mapwright.llmgateway.configuration;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.List;

/** Refuses to start with a configuration that cannot work, naming every mistake at once. */
@Singleton
final class StartCheck {

    private final List<ConfigurationCheck> checks;

    StartCheck(List<ConfigurationCheck> checks) {
        this.checks = checks;
    }

    @Inject
    StartCheck(@Any Instance<ConfigurationCheck> checks) {
        this(checks.stream().toList());
    }

    void onStart(@Observes StartupEvent starting) {
        List<String> mistakes = checks.stream()
                .flatMap(check -> check.mistakes().stream())
                .distinct()
                .toList();
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException("the gateway's configuration has " + mistakes.size() + " mistake(s):\n - "
                    + String.join("\n - ", mistakes));
        }
    }
}
