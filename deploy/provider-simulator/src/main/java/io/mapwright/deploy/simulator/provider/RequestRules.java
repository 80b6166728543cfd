package io.mapwright.deploy.simulator.provider;

import java.util.Optional;

/** What a provider refuses to accept in a request. */
@FunctionalInterface
interface RequestRules {

    /** The first objection; empty when the request is acceptable. */
    Optional<Objection> objection(ChatRequest request);

    /**
     * @param key the error's name in the catalogue
     * @param text its message; null for the catalogue's
     */
    record Objection(String key, String text) {}
}
