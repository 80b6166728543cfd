package io.mapwright.llmgateway.quota;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The state of one scope for people and dashboards.
 *
 * @param scope which one
 * @param mode who decides at the moment
 * @param usage one entry per configured limit
 * @param inFlight calls that hold a permit, all replicas together
 * @param holders the replicas that are known to the ledger
 * @param waiting callers in line per class, all replicas together
 * @param coolDown how long the provider still wants to be left alone, zero when it does not
 */
public record QuotaSnapshot(
        QuotaScope scope,
        Admission.Mode mode,
        List<Usage> usage,
        long inFlight,
        List<Holder> holders,
        Map<PriorityClass, Long> waiting,
        Duration coolDown) {

    public QuotaSnapshot {
        usage = List.copyOf(usage);
        holders = List.copyOf(holders);
        waiting = Map.copyOf(waiting);
    }

    /**
     * One limit.
     *
     * @param dimension what it counts
     * @param limit as published by the provider
     * @param effective what is spent at most: the limit less the safety margin and less what rejections taught
     * @param used what the current window holds, reservations included
     */
    public record Usage(Dimension dimension, long limit, long effective, long used) {}

    /**
     * One replica.
     *
     * @param replica its session id
     * @param inFlight permits it holds
     * @param lastSeen time since it last spoke to the ledger, up to the last time any replica did
     */
    public record Holder(String replica, long inFlight, Duration lastSeen) {}
}
