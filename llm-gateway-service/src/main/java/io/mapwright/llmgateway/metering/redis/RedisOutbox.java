package io.mapwright.llmgateway.metering.redis;

import io.mapwright.llmgateway.metering.MeteringConfig;
import io.mapwright.llmgateway.metering.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The outbox as a Redis stream. */
@Singleton
final class RedisOutbox implements Outbox {

    private final Redis redis;
    private final String replica;
    private final Duration timeout;
    private final long leaseMillis;

    RedisOutbox(Redis redis, Replica replica, MeteringConfig config) {
        this.redis = redis;
        this.replica = replica.name();
        this.timeout = config.storeTimeout();
        this.leaseMillis = config.relayLease().toMillis();
    }

    @Override
    public Uni<List<Entry>> next(int most) {
        Request next = Request.cmd(Command.EVAL)
                .arg(Script.NEXT.source())
                .arg(2)
                .arg(Keys.RELAY)
                .arg(Keys.OUTBOX)
                .arg(replica)
                .arg(leaseMillis)
                .arg(most);
        return redis.send(next)
                .map(RedisOutbox::entries)
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    @Override
    public Uni<Void> remove(List<Entry> published) {
        Request delete = Request.cmd(Command.XDEL).arg(Keys.OUTBOX);
        published.forEach(entry -> delete.arg(entry.position()));
        return redis.send(delete).replaceWithVoid().ifNoItem().after(timeout).fail();
    }

    private static List<Entry> entries(Response rows) {
        List<Entry> entries = new ArrayList<>(rows.size());
        for (Response row : rows) {
            Response fields = row.get(1);
            // Written by the close script as id, key, json, in this order.
            entries.add(new Entry(
                    row.get(0).toString(),
                    fields.get(1).toString(),
                    fields.get(3).toString(),
                    fields.get(5).toString()));
        }
        return entries;
    }
}
