package io.mapwright.llmgateway.overview;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import io.mapwright.llmgateway.routing.Breaker;

/**
 * How a route stands.
 *
 * @param model logical model it serves
 * @param route which
 * @param breaker state of its breaker as this replica knows it
 * @param quota state of the quota it draws on
 */
public record RouteStanding(String model, Route route, Breaker.State breaker, QuotaSnapshot quota) {

    /** Whether a call could take it now, though perhaps after a wait. */
    public boolean isUsable() {
        return breaker != Breaker.State.OPEN && quota.coolDown().isZero();
    }
}
