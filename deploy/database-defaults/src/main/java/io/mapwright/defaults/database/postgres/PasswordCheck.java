package io.mapwright.defaults.database.postgres;

import io.mapwright.defaults.production.ProductionCheck;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** In production the database has a password, and not one that everybody tries first. */
@Singleton
final class PasswordCheck implements ProductionCheck {

    private static final String PASSWORD = "quarkus.datasource.password";
    private static final int SHORTEST = 12;
    private static final Set<String> WELL_KNOWN =
            Set.of("changeme", "mapwright", "password", "postgres", "postgresql", "quarkus", "secret");

    private final Optional<String> username;
    private final Optional<String> password;

    PasswordCheck(
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = PASSWORD) Optional<String> password) {
        this.username = username;
        this.password = password;
    }

    @Override
    public List<String> problems() {
        Optional<String> given = password.map(String::strip).filter(text -> !text.isEmpty());
        if (given.isEmpty()) {
            return List.of(PASSWORD + " is missing");
        }
        if (WELL_KNOWN.contains(given.get().toLowerCase(Locale.ROOT)) || given.equals(username)) {
            return List.of(PASSWORD + " is a default that everybody knows");
        }
        return given.get().length() < SHORTEST
                ? List.of(PASSWORD + " is shorter than " + SHORTEST + " characters")
                : List.of();
    }
}
