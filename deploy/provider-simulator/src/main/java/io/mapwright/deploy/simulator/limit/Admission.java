package io.mapwright.deploy.simulator.limit;

/** What an account answered to a call that arrived. */
public sealed interface Admission {

    /** The call is counted; {@code lease} must be ended when it is over, however it ended. */
    record Admitted(Lease lease) implements Admission {}

    /** The call is not counted anywhere. */
    record Refused(Refusal refusal) implements Admission {}

    /** A counted call. */
    interface Lease {

        /** Ends the call and charges what it really used. Only the first end counts. */
        void end(long now, long tokens);
    }
}
