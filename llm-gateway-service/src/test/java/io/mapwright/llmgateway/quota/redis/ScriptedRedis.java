package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.LedgerCall;
import io.mapwright.llmgateway.quota.LedgerReply;
import io.mapwright.llmgateway.quota.QuotaScope;
import io.mapwright.llmgateway.quota.ScopeRules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The real script in a real Redis under somebody else's clock: the ledger of one scope as simulations drive it. Also plays
 * the accidents of a Redis: emptied, or taken over by a replica that lags behind.
 */
public final class ScriptedRedis implements AutoCloseable {

    private static final int REQUESTS_IN_STATE = 6; // places of the script's "used" and "tokens_used"
    private static final int TOKENS_IN_STATE = 7;

    private final RespConnection commands;
    private final RespConnection subscriptions;
    private final SyncScript script = SyncScript.load();
    private final Map<String, LongConsumer> wakes = new LinkedHashMap<>();
    private final ScopeKeys keys;
    private final SyncProtocol protocol;
    private final Deque<Map<String, String>> pasts = new ArrayDeque<>();

    public ScriptedRedis(String redisUri, Supplier<ScopeRules> rules) {
        commands = new RespConnection(redisUri);
        subscriptions = new RespConnection(redisUri);
        keys = new ScopeKeys(rules.get().scope());
        protocol = new SyncProtocol(rules);
        commands.send("SCRIPT", "LOAD", script.source());
        empty();
    }

    /** One call of the script at a time of the ledger's clock. Wakes are delivered before it returns. */
    public LedgerReply call(LedgerCall call, long clock) {
        var words = new ArrayList<String>();
        words.add("EVALSHA");
        words.add(script.sha());
        words.add(Integer.toString(keys.all().size()));
        words.addAll(keys.all());
        words.addAll(protocol.arguments(call, Long.toString(clock)));
        var reply = protocol.reply(new ListAnswer((List<?>) commands.send(words)));
        if (!(reply instanceof LedgerReply.Served served) || served.woken() > 0) {
            deliverWakes();
        }
        return reply;
    }

    /** As long as a session listens, its connection counts as open. */
    public void listen(String session, LongConsumer wake) {
        var channel = keys.channelOf(session);
        wakes.put(channel, wake);
        subscriptions.write(List.of("SSUBSCRIBE", channel));
        deliverWakes();
    }

    /** The session's connection is closed, as when its process dies. */
    public void hangUp(String session) {
        var channel = keys.channelOf(session);
        wakes.remove(channel);
        subscriptions.write(List.of("SUNSUBSCRIBE", channel));
        deliverWakes();
    }

    private void deliverWakes() {
        subscriptions.write(List.of("PING"));
        for (var answer = subscriptions.read(); answer instanceof List<?> push; answer = subscriptions.read()) {
            if ("pong".equals(push.getFirst())) {
                return;
            }
            if ("smessage".equals(push.getFirst())) {
                Optional.ofNullable(wakes.get((String) push.get(1)))
                        .ifPresent(wake -> wake.accept(Long.parseLong((String) push.get(2))));
            }
        }
    }

    /** Everything is lost. */
    public void empty() {
        for (var key : keys.all()) {
            commands.send("DEL", key);
        }
    }

    /** Remembers the state of now as one that a failover may bring back; keeps the last few. */
    public void remember() {
        var dump = new LinkedHashMap<String, String>();
        for (var key : keys.all()) {
            Optional.ofNullable((String) commands.send("DUMP", key)).ifPresent(bytes -> dump.put(key, bytes));
        }
        pasts.addLast(dump);
        if (pasts.size() > 5) {
            pasts.removeFirst();
        }
    }

    /** A replica takes over that has missed the last calls since the oldest {@link #remember()}. */
    public void failOver() {
        if (!pasts.isEmpty()) {
            empty();
            pasts.getFirst().forEach((key, bytes) -> commands.send("RESTORE", key, "0", bytes));
            pasts.clear();
        }
    }

    /** How far the sums in the state, calls and tokens, are from what the ring holds. */
    public long errorOfSums() {
        var state = (String) commands.send("GET", keys.all().getFirst());
        if (state == null) {
            return 0;
        }
        var sums = ByteBuffer.wrap(state.getBytes(StandardCharsets.ISO_8859_1));
        var ring = (List<?>) commands.send("HGETALL", keys.all().get(1));
        long error = 0;
        for (var prefix : List.of("", "t")) {
            long held = 0;
            for (int i = 0; i < ring.size(); i += 2) {
                boolean tokens = ((String) ring.get(i)).startsWith("t");
                held += tokens == "t".equals(prefix) ? Long.parseLong((String) ring.get(i + 1)) : 0;
            }
            double kept = sums.getDouble(8 * (prefix.isEmpty() ? REQUESTS_IN_STATE : TOKENS_IN_STATE));
            error += Math.abs(held - (long) kept);
        }
        return error;
    }

    /** What Redis has executed since it was last asked, by command. */
    public String statistics() {
        var statistics = (String) commands.send("INFO", "commandstats");
        commands.send("CONFIG", "RESETSTAT");
        return statistics;
    }

    public QuotaScope scope() {
        return new QuotaScope("provider", "default", "all");
    }

    @Override
    public void close() {
        commands.close();
        subscriptions.close();
    }

    private static final class ListAnswer implements SyncProtocol.Answer {

        private final List<?> items;
        private int next;

        private ListAnswer(List<?> items) {
            this.items = items;
        }

        @Override
        public String text() {
            return (String) items.get(next++);
        }

        @Override
        public long number() {
            return (Long) items.get(next++);
        }
    }
}
