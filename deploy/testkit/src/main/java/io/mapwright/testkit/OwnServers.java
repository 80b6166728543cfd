package io.mapwright.testkit;

import java.util.List;

/**
 * Servers of a test's own, which it may kill, freeze and start again on the same port with the same data. They end with
 * the test's JVM, however that ends.
 */
public final class OwnServers {

    private OwnServers() {}

    /** A Redis that loses nothing when it is killed. */
    public static OwnServer redis() {
        return OwnServer.start("redis", List.of());
    }

    /** A PostgreSQL with these databases, empty. */
    public static OwnServer postgres(String... databases) {
        return OwnServer.start("postgres", List.of("--databases", String.join(",", databases)));
    }

    /** A Kafka with these topics: {@code name} or {@code name:partitions}. Takes four to five seconds. */
    public static OwnServer kafka(String... topics) {
        return OwnServer.start("kafka", List.of("--topics", String.join(",", topics)));
    }

    /** An SMTP server with its inbox. */
    public static OwnServer mail() {
        return OwnServer.start("mail", List.of("--inbox-port", Integer.toString(OwnServer.freePort())));
    }
}
