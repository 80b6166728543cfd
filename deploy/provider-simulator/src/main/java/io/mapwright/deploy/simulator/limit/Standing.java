package io.mapwright.deploy.simulator.limit;

/**
 * What is left of an account's limits for the present minute.
 *
 * @param requests calls allowed in a minute; zero for no limit
 * @param requestsLeft calls that would be let in now
 * @param requestsResetNanos when all of them could be, if none came
 * @param tokens tokens allowed in a minute; zero for no limit
 * @param tokensLeft tokens that would be let in now
 * @param tokensResetNanos when all of them could be, if none came
 */
public record Standing(
        long requests,
        long requestsLeft,
        long requestsResetNanos,
        long tokens,
        long tokensLeft,
        long tokensResetNanos) {

    boolean isLimited() {
        return requests > 0 || tokens > 0;
    }
}
