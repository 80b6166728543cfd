package io.mapwright.llmgateway.quota.simulation;

/**
 * Something that must not happen and did.
 *
 * @param rule which must hold
 * @param what happened
 */
record Violation(Rule rule, String what) {

    /** What must hold whatever happens. */
    enum Rule {
        /** Requests in any rolling minute, counted at the provider. */
        REQUESTS,
        /** Tokens in any rolling minute, counted at the provider. */
        TOKENS,
        /** Calls in flight. */
        CONCURRENCY,
        /** No second carries more than its part and the burst. */
        PACE,
        /** A limit that is offered more than it allows is used. */
        USE,
        /** The first class is served before the others. */
        ORDER,
        /** Organizations of a class share evenly, however much one of them asks for. */
        FAIRNESS,
        /** Exchanges with the ledger for every grant. */
        COST,
        /** A lower class with work keeps its floor. */
        FLOOR,
        /** Nobody waits past its deadline. */
        DEADLINE,
        /** Everybody is answered. */
        ANSWER,
        /** Permits come back, whoever dies or withdraws. */
        PERMITS,
        /** The ledger's sums are what its ring holds. */
        BOOKS
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
