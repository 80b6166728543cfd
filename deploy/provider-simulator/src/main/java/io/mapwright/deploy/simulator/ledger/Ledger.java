package io.mapwright.deploy.simulator.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Every call the providers saw, in order of arrival, and the totals. Only the newest {@code capacity} calls are kept one by
 * one; the totals are complete.
 *
 * <p>Not thread-safe.
 */
public final class Ledger {

    private final int capacity;
    private final LongSupplier nanos;
    private final InstantSource wall;
    private final SessionBook sessions;
    private final Map<String, Map<String, AccountCounters>> accounts = new TreeMap<>();
    private Entry[] entries;
    private long lastSeq;
    private Counter total = new Counter();

    public Ledger(int capacity, LongSupplier nanos, InstantSource wall) {
        this.capacity = capacity;
        this.nanos = nanos;
        this.wall = wall;
        this.sessions = new SessionBook(capacity, wall);
        this.entries = new Entry[Math.min(capacity, 1024)];
    }

    /** Notes the arrival of a call. */
    public Entry arrived(String provider, String account, String model) {
        AccountCounters counters = accounts.computeIfAbsent(provider, p -> new TreeMap<>())
                .computeIfAbsent(account, a -> new AccountCounters());
        Entry entry = new Entry(this, counters, ++lastSeq, provider, account, model, wall.millis());
        if (lastSeq > entries.length && entries.length < capacity) {
            grow();
        }
        entries[(int) (lastSeq % entries.length)] = entry;
        entry.count(counter -> counter.arrived(nanos.getAsLong()));
        return entry;
    }

    /** The calls after a position, oldest first, at most {@code limit}. */
    public List<Call> since(long seq, int limit) {
        List<Call> calls = new ArrayList<>();
        long from = Math.max(seq + 1, lastSeq - entries.length + 1);
        for (long next = Math.max(1, from); next <= lastSeq && calls.size() < limit; next++) {
            Entry entry = entries[(int) (next % entries.length)];
            if (entry != null) {
                calls.add(entry.call());
            }
        }
        return calls;
    }

    public Statistics statistics() {
        long now = nanos.getAsLong();
        long millis = wall.millis();
        List<Statistics.OfAccount> all = new ArrayList<>();
        accounts.forEach((provider, named) -> named.forEach((account, counters) -> {
            List<Statistics.OfModel> models = new ArrayList<>();
            counters.models.forEach(
                    (model, counter) -> models.add(new Statistics.OfModel(model, counter.totals(now, millis))));
            all.add(new Statistics.OfAccount(provider, account, counters.whole.totals(now, millis), models));
        }));
        Totals everything = total.totals(now, millis);
        return new Statistics(everything, everything.rejected(), all, sessions.totals());
    }

    /** Forgets the totals and the finished calls and sessions; what is in flight stays so and limits stay counted. */
    public void reset() {
        total = total.restarted();
        accounts.values().forEach(named -> named.values().forEach(AccountCounters::restart));
        entries = new Entry[entries.length];
        sessions.reset();
    }

    /** The realtime sessions. */
    public SessionBook sessions() {
        return sessions;
    }

    long wallMillis() {
        return wall.millis();
    }

    Counter total() {
        return total;
    }

    private void grow() {
        Entry[] bigger = new Entry[Math.min(capacity, entries.length * 2)];
        for (Entry entry : entries) {
            if (entry != null) {
                bigger[(int) (entry.seq() % bigger.length)] = entry;
            }
        }
        entries = bigger;
    }

    static final class AccountCounters {

        private final Map<String, Counter> models = new TreeMap<>();
        private Counter whole = new Counter();

        Counter whole() {
            return whole;
        }

        Counter ofModel(String model) {
            return models.computeIfAbsent(model, m -> new Counter());
        }

        private void restart() {
            whole = whole.restarted();
            models.replaceAll((model, counter) -> counter.restarted());
        }
    }
}
