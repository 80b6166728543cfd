package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.QuotaSnapshot.Holder;
import io.vertx.redis.client.Response;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the members of a scope as the script packs them: numbers of eight bytes, then the first callers in line. */
final class StoredMembers {

    private static final int LAST_IN_STATE = 1; // places of the script's fields
    private static final int LEFT = 2;
    private static final int HELD = 5;
    private static final int SEEN = 7;

    private StoredMembers() {}

    /**
     * The replicas that take part, those that hold most first.
     *
     * @param state of the scope, null when there is none yet
     * @param members field and value in turns
     */
    static List<Holder> holders(Response state, Response members) {
        var holders = new ArrayList<Holder>();
        if (state == null || members == null) {
            return holders;
        }
        double last = ByteBuffer.wrap(state.toBytes()).getDouble(Double.BYTES * LAST_IN_STATE);
        for (var session : members.getKeys()) {
            var packed = ByteBuffer.wrap(members.get(session).toBytes());
            long held = (long) number(packed, HELD);
            if (number(packed, LEFT) == 0 || held > 0) {
                long unheard = (long) Math.max(0, last - number(packed, SEEN));
                holders.add(new Holder(session, held, Duration.ofNanos(unheard * 1000)));
            }
        }
        holders.sort(Comparator.comparing(Holder::inFlight).reversed().thenComparing(Holder::replica));
        return holders;
    }

    private static double number(ByteBuffer packed, int place) {
        return packed.getDouble(Double.BYTES * place);
    }
}
