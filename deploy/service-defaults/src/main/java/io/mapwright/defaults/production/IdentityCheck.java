package io.mapwright.defaults.production;

import io.mapwright.defaults.identity.IdentityConfig;
import io.mapwright.defaults.identity.KeySet;
import jakarta.inject.Singleton;

import java.util.List;

/** A production service must be able to tell good tokens from bad ones. */
@Singleton
final class IdentityCheck implements ProductionCheck {

    private final IdentityConfig config;
    private final KeySet keys;

    IdentityCheck(IdentityConfig config, KeySet keys) {
        this.config = config;
        this.keys = keys;
    }

    @Override
    public List<String> problems() {
        return config.keySet().isEmpty() && !keys.isLoaded()
                ? List.of("mapwright.identity.key-set is missing: no token could be verified")
                : List.of();
    }
}
