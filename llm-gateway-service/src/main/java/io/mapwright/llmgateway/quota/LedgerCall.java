package io.mapwright.llmgateway.quota;

import java.util.List;

/**
 * What a replica tells the ledger in one exchange. Holdings and totals are absolute, so that a lost exchange is repaired by
 * the next one. Times are microseconds.
 *
 * @param session this run of this replica
 * @param sequence grows with every call of the session
 * @param sent earlier calls by the replica's own time: the last one that was answered and those after it
 * @param known the generation of the ledger it has heard of last, 0 for none
 * @param rejoined whether calls have failed since the last answer
 * @param peers replicas it last knew to be alive, itself included
 * @param report what it has to say
 */
public record LedgerCall(
        String session, long sequence, List<Sent> sent, long known, boolean rejoined, long peers, Report report) {

    /**
     * An earlier call.
     *
     * @param sequence its number
     * @param ago time since it was sent
     */
    public record Sent(long sequence, long ago) {}

    /**
     * What a replica has to say.
     *
     * @param leaving whether the replica shuts down
     * @param promise it will call again within this time
     * @param holdings what it holds and has spent
     * @param returned slots that were never used, each told once
     * @param unknown calls that the ledger does not know of, because they were made without it or before it was lost
     * @param rejections what providers rejected since the previous call
     * @param groups who waits here
     */
    public record Report(
            boolean leaving,
            long promise,
            Holdings holdings,
            List<Spending> returned,
            List<Spending> unknown,
            List<Rejection> rejections,
            List<Group> groups) {}

    /**
     * What the replica holds and has spent since the session began.
     *
     * @param held permits held now
     * @param reserved tokens set aside for them
     * @param received slots received
     * @param settled tokens spent for good
     */
    public record Holdings(long held, long reserved, long received, long settled) {}

    /**
     * Calls and their tokens at a moment.
     *
     * @param at ledger time of a returned slot, age of an unknown call
     * @param requests how many
     * @param tokens theirs
     */
    public record Spending(long at, long requests, long tokens) {}

    /**
     * One rejection.
     *
     * @param limit the limit named
     * @param delay stated by the provider, -1 when it stated none
     */
    public record Rejection(Dimension limit, long delay) {}

    /**
     * The callers of one organization in one class, served first come first served.
     *
     * @param priority their class
     * @param organization whose they are
     * @param weight of the organization, above 0
     * @param count how many
     * @param waited how long the first one has waited
     * @param cost tokens that suffice for any of them
     */
    public record Group(
            PriorityClass priority, String organization, double weight, long count, long waited, long cost) {}
}
