package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.catalogue.Route;

/** Circuit breakers of all routes, shared by all replicas. Nothing here waits or fails. Thread-safe. */
public interface Breakers {

    /**
     * Whether a call may take the route now. For a route on probation this claims the probe: ask only when about to call.
     */
    boolean admits(Route route);

    /** A call on the route was answered. */
    void succeeded(Route route);

    /** A call on the route failed in a way that speaks against it. */
    void failed(Route route);
}
