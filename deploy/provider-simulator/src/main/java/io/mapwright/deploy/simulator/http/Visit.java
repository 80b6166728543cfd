package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.mapwright.deploy.simulator.ledger.Entry;
import io.mapwright.deploy.simulator.ledger.Outcome;
import io.mapwright.deploy.simulator.limit.Admission.Lease;
import io.mapwright.deploy.simulator.provider.Provider.Counting;
import io.vertx.core.http.HttpServerResponse;

import java.util.ArrayList;
import java.util.List;

/**
 * One call on its way through a provider: its response, its place in the ledger and in the limits. However it ends, it ends
 * once.
 */
final class Visit {

    private final Backstage backstage;
    private final HttpServerResponse response;
    private final Entry entry;
    private final Fate fate;
    private final Counting counting;
    private Lease lease = (now, tokens) -> {};
    private long charged;
    private int promptTokens;
    private int tokensSent;
    private final List<Runnable> whenOver = new ArrayList<>(2);
    private boolean over;

    Visit(Backstage backstage, HttpServerResponse response, Entry entry, Fate fate, Counting counting) {
        this.backstage = backstage;
        this.response = response;
        this.entry = entry;
        this.fate = fate;
        this.counting = counting;
        response.exceptionHandler(failure -> leave());
        response.closeHandler(closed -> leave());
    }

    HttpServerResponse response() {
        return response;
    }

    Fate fate() {
        return fate;
    }

    Entry entry() {
        return entry;
    }

    boolean isOver() {
        return over;
    }

    void admitted(Lease itsLease, long tokensCharged, int itsPromptTokens, String id) {
        lease = itsLease;
        charged = tokensCharged;
        promptTokens = itsPromptTokens;
        entry.accept(id);
    }

    /** Something to undo (timers) when the call is over, in whatever way. */
    void whenOver(Runnable then) {
        whenOver.add(then);
    }

    void sent(int completionTokens) {
        tokensSent = completionTokens;
    }

    int tokensSent() {
        return tokensSent;
    }

    void end(Outcome outcome, int status, String reason) {
        if (!over) {
            over = true;
            long used = counting == Counting.USED ? (long) promptTokens + tokensSent : charged;
            lease.end(backstage.nanos(), used);
            entry.end(outcome, status, reason, tokensSent);
            whenOver.forEach(Runnable::run);
        }
    }

    private void leave() {
        end(Outcome.ABORTED, response.headWritten() ? response.getStatusCode() : 0, "");
    }
}
