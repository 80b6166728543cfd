package io.mapwright.deploy.simulator.ledger;

import io.mapwright.deploy.simulator.ledger.Session.Ending;
import io.mapwright.deploy.simulator.ledger.Session.Flow;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every realtime session and their totals. The newest {@code capacity} closed ones are kept. Not thread-safe. */
public final class SessionBook {

    private final int capacity;
    private final InstantSource wall;
    private final Set<SessionEntry> open = new LinkedHashSet<>();
    private final Deque<Session> closed = new ArrayDeque<>();
    private final Map<Ending, Long> endings = new EnumMap<>(Ending.class);
    private Flow closedFlow = Flow.NONE;
    private long lastSeq;
    private long opened;
    private long refused;
    private int worstOpen;

    public SessionBook(int capacity, InstantSource wall) {
        this.capacity = capacity;
        this.wall = wall;
    }

    /** Notes a session that was let in. */
    public SessionEntry opened(String id, String account, String model, String requestId) {
        SessionEntry entry =
                new SessionEntry(this, new Session.Origin(++lastSeq, id, account, model, requestId), wall.millis());
        open.add(entry);
        opened++;
        worstOpen = Math.max(worstOpen, open.size());
        return entry;
    }

    /** Notes one that was not. */
    public void refused() {
        refused++;
    }

    /** The sessions after a position, oldest first, open ones included. */
    public List<Session> since(long seq, int limit) {
        List<Session> all = new ArrayList<>(closed);
        open.forEach(entry -> all.add(entry.session()));
        return all.stream()
                .filter(session -> session.origin().seq() > seq)
                .sorted((a, b) -> Long.compare(a.origin().seq(), b.origin().seq()))
                .limit(limit)
                .toList();
    }

    public SessionTotals totals() {
        Flow flow = closedFlow;
        for (SessionEntry entry : open) {
            flow = flow.plus(entry.flow());
        }
        return new SessionTotals(
                open.size(),
                worstOpen,
                opened,
                refused,
                endings.getOrDefault(Ending.CLIENT, 0L),
                endings.getOrDefault(Ending.PROVIDER, 0L),
                endings.getOrDefault(Ending.DROPPED, 0L),
                flow);
    }

    /** Forgets totals and closed sessions; open ones stay open and what passed through them stays counted. */
    void reset() {
        closed.clear();
        endings.clear();
        closedFlow = Flow.NONE;
        opened = 0;
        refused = 0;
        worstOpen = open.size();
    }

    void closed(SessionEntry entry) {
        if (open.remove(entry)) {
            endings.merge(entry.ending(), 1L, Long::sum);
            closedFlow = closedFlow.plus(entry.flow());
            closed.add(entry.session());
            if (closed.size() > capacity) {
                closed.remove();
            }
        }
    }

    long wallMillis() {
        return wall.millis();
    }
}
