package io.mapwright.auth;

import io.smallrye.mutiny.Uni;

import java.time.Duration;

/** Waits in tests for what main code leaves to the framework. */
public final class Await {

    private Await() {}

    /** The item, within ten seconds. */
    public static <T> T item(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
