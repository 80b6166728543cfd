package io.mapwright.llmgateway.quota;

/**
 * The moments at which one of several replicas may send when they cannot ask each other: every replica has its own turns on
 * a grid that all of them read off the ledger's clock before it went away. Microseconds of this replica's timeline.
 *
 * @param first any one of the turns
 * @param period between two turns of this replica, zero when every moment will do
 */
record TurnGrid(long first, double period) {

    /** Every moment will do. */
    static final TurnGrid ANY_MOMENT = new TurnGrid(0, 0);

    /** The first turn that is not before a moment. */
    double notBefore(double moment) {
        return period <= 0 ? moment : first + Math.ceil((moment - first) / period) * period;
    }
}
