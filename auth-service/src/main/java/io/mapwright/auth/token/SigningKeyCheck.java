package io.mapwright.auth.token;

import io.mapwright.defaults.production.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;

/** Production signs with a key that somebody put there on purpose, and believes only services with a real secret. */
@ApplicationScoped
class SigningKeyCheck implements ProductionCheck {

    private static final int SHORTEST_SECRET = 32;

    private final SigningConfig signing;
    private final TokenConfig token;

    SigningKeyCheck(SigningConfig signing, TokenConfig token) {
        this.signing = signing;
        this.token = token;
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (signing.keyFile().isEmpty()) {
            problems.add("auth.signing.key-file (AUTH_SIGNING_KEY_FILE) is missing: the PEM file of the Ed25519 key"
                    + " that signs tokens");
        }
        if (signing.generateMissing()) {
            problems.add("auth.signing.generate-missing is true: a key made up at start is not for production");
        }
        token.services().forEach((service, secret) -> {
            if (secret.length() < SHORTEST_SECRET) {
                problems.add("auth.token.services." + service + " is shorter than " + SHORTEST_SECRET + " characters");
            }
        });
        return problems;
    }
}
