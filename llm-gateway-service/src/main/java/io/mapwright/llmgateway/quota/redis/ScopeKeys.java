package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.QuotaScope;

import java.util.List;

/**
 * The keys of one scope. They share a hash tag, so that a cluster keeps them together, and name the layout of their
 * contents: releases of one layout share a ledger.
 */
final class ScopeKeys {

    private static final int LAYOUT = 1;

    private final List<String> keys;
    private final String channel;

    ScopeKeys(QuotaScope scope) {
        var prefix = "{q:" + scope + "}:" + LAYOUT + ":";
        channel = prefix + "wake";
        keys = List.of(prefix + "state", prefix + "ring", prefix + "day", prefix + "members", prefix + "tags", channel);
    }

    /** In the order that the script expects. */
    List<String> all() {
        return keys;
    }

    /** Where a session is asked to call. */
    String channelOf(String session) {
        return channel + ":" + session;
    }
}
