package io.mapwright.llmgateway.metering.redis;

/** Names of what metering keeps in Redis. They share one hash tag, since closing a call touches two of them at once. */
final class Keys {

    /** A stream: events on their way to the topic. */
    static final String OUTBOX = "gateway:{usage}:outbox";

    /** Who relays at the moment. */
    static final String RELAY = "gateway:{usage}:relay";

    /** A set: replicas that may have open calls. */
    static final String REPLICAS = "gateway:{usage}:replicas";

    private Keys() {}

    /** A hash: open calls of a replica by event id. */
    static String open(String replica) {
        return "gateway:{usage}:open:" + replica;
    }

    /** Exists while the replica says that it lives. */
    static String alive(String replica) {
        return "gateway:{usage}:alive:" + replica;
    }
}
