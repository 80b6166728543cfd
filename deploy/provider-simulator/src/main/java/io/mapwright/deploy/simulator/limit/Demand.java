package io.mapwright.deploy.simulator.limit;

/**
 * What one call asks for.
 *
 * @param requests how many calls it counts as, zero or one
 * @param tokens tokens charged as it arrives; corrected when it ends
 * @param holdsPlace whether it counts as a call in flight until it ends
 */
public record Demand(int requests, long tokens, boolean holdsPlace) {

    /** The demand of an ordinary call. */
    public Demand(long tokens) {
        this(1, tokens, true);
    }

    /** A realtime session: a place until it ends, while its turns count as calls. */
    public static Demand session() {
        return new Demand(0, 0, true);
    }

    /** A turn of a session, which has its place already. */
    public static Demand turn(long tokens) {
        return new Demand(1, tokens, false);
    }

    /** Whether a limit in this dimension can refuse it. */
    boolean isAbout(Dimension dimension) {
        return switch (dimension) {
            case CONCURRENCY -> holdsPlace;
            case REQUESTS_PER_SECOND, REQUESTS_PER_MINUTE, BURST -> requests > 0;
            case TOKENS_PER_SECOND, TOKENS_PER_MINUTE, TOKENS_PER_DAY -> tokens > 0;
        };
    }
}
