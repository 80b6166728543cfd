package io.mapwright.llmgateway.catalogue;

import io.mapwright.llmgateway.provider.Providers;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.util.List;
import java.util.stream.Stream;

/** Refuses to start with a configuration that cannot work, naming every mistake at once. */
@Singleton
final class StartCheck {

    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    private final Providers providers;
    private final ModelCatalogue catalogue;

    StartCheck(Providers providers, ModelCatalogue catalogue) {
        this.providers = providers;
        this.catalogue = catalogue;
    }

    void onStart(@Observes StartupEvent starting) {
        List<String> mistakes = Stream.concat(providers.mistakes().stream(), catalogue.mistakes().stream())
                .toList();
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException("the gateway's configuration has " + mistakes.size() + " mistake(s):\n - "
                    + String.join("\n - ", mistakes));
        }
        LOG.infof("models: %s", catalogue.names());
    }
}
