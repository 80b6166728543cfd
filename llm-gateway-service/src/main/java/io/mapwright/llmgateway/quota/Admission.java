package io.mapwright.llmgateway.quota;

import java.time.Duration;

/** What the quota answered to one {@linkplain Quota#admit request}. */
public sealed interface Admission {

    /**
     * The call may go now, and must go at once: the window counts it from this moment.
     *
     * @param permit to be {@linkplain Permit#end ended} exactly when the call ends
     * @param waited time spent in line, zero or more
     * @param predicted the wait that was computed when the request came, zero or more
     * @param mode who decided
     */
    record Granted(Permit permit, Duration waited, Duration predicted, Mode mode) implements Admission {

        @Override
        public Permit permit() {
            if (permit instanceof HeldPermit held) {
                held.take();
            }
            return permit;
        }

        /** Whether anybody has looked at the permit; one that got lost on the way to its caller never was. */
        boolean isTaken() {
            return !(permit instanceof HeldPermit held) || held.isTaken();
        }
    }

    /**
     * Not now. Nothing was consumed.
     *
     * @param reason why
     * @param limit the limit that stood in the way
     * @param retryAfter when the same request has a fair chance, counted from now and already jittered so that refused
     *     callers do not return together; always positive
     */
    record Refused(Reason reason, Dimension limit, Duration retryAfter) implements Admission {

        public Refused {
            if (!retryAfter.isPositive()) {
                throw new IllegalArgumentException("retryAfter must be positive but was: " + retryAfter);
            }
        }
    }

    /**
     * The request is larger than the limit itself: waiting never helps, a smaller request would. Nothing was consumed.
     *
     * @param limit the limit it exceeds
     * @param allowed the size of that limit
     * @param asked what the request needs of it, more than {@code allowed}
     */
    record NeverAdmissible(Dimension limit, long allowed, long asked) implements Admission {}

    /** Who decided. */
    enum Mode {
        /** The shared ledger. */
        LEDGER,
        /** This replica alone, within its bounded share, because the ledger cannot be reached. */
        LOCAL_SHARE
    }

    /** Why a request was refused. */
    enum Reason {
        /** The computed wait is longer than the caller's patience. */
        WAIT_TOO_LONG(false),
        /** The caller's patience ended while it stood in line. */
        PATIENCE_ENDED(false),
        /** The line of its class is as long as configuration allows. */
        LINE_FULL(false),
        /** The provider asked everybody to stay away for a while, longer than the caller's patience. */
        PROVIDER_COOLING_DOWN(false),
        /** The ledger cannot be reached and this replica's local share is used up. */
        LEDGER_UNAVAILABLE(false),
        /** This replica is shutting down; another one will serve. */
        SHUTTING_DOWN(false),
        /** The budget of the caller's user or organization is spent; others are not affected. */
        BUDGET_SPENT(true);

        private final boolean callersOwn;

        Reason(boolean callersOwn) {
            this.callersOwn = callersOwn;
        }

        /** Whether the caller's own share is used up, as opposed to capacity that everybody shares. */
        public boolean isCallersOwn() {
            return callersOwn;
        }
    }
}
