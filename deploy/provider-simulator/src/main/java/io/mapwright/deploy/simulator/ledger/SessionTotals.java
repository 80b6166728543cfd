package io.mapwright.deploy.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Realtime sessions since the start or the last reset.
 *
 * @param refused upgrades that were answered with an error
 * @param dropped sessions whose connection went away without a close frame
 */
public record SessionTotals(
        int open,
        @JsonProperty("worst_open") int worstOpen,
        long opened,
        long refused,
        @JsonProperty("closed_by_client") long closedByClient,
        @JsonProperty("closed_by_provider") long closedByProvider,
        long dropped,
        @JsonUnwrapped Session.Flow flow) {}
