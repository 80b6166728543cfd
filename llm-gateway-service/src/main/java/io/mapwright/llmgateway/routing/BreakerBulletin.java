package io.mapwright.llmgateway.routing;

import java.time.Duration;

/** Where the replicas tell each other about failing routes. Returns at once; news that cannot be told are dropped. */
public interface BreakerBulletin {

    /** A call on the route failed. Enough of them, over all replicas, open its breaker everywhere. */
    void failed(String route);

    /** A probe on the route succeeded. Enough of them, over all replicas, close its breaker everywhere. */
    void probePassed(String route);

    /** Names who is to hear the news, on any thread. */
    void tell(Reader reader);

    /** Who hears the news. */
    interface Reader {

        /** The breaker is open for the {@code remaining} time. */
        void opened(String route, Duration remaining);

        /** The breaker is closed. */
        void closed(String route);
    }
}
