package io.mapwright.testkit;

import java.util.Properties;

/**
 * The shared servers as one test JVM sees them: a Redis database of its own, databases of its own in PostgreSQL, and
 * Kafka and mail shared with whoever tests at the same moment. So topics may carry foreign records: a test looks for what
 * it wrote itself, and for mail to addresses that it made up.
 */
public final class Servers {

    private static final String PREFIX = "mapwright.testkit.lease.";

    private final SharedServers shared;
    private final int lease;

    private Servers(SharedServers shared, int lease) {
        this.shared = shared;
        this.lease = lease;
    }

    /**
     * The lease of this JVM, taken at the first call. It lives in system properties, because the class loaders of a
     * {@code @QuarkusTest} each have this class of their own.
     */
    static Servers ofThisJvm() {
        return Workshop.alone(Workshop.home().resolve("lease.lock"), () -> {
            var held = new Servers(new SharedServers(remembered()), Integer.getInteger(PREFIX + "number", 0));
            return held.lease > 0 && held.shared.answer() ? held : take(SharedServers.find());
        });
    }

    private static Servers take(SharedServers shared) {
        var connection = LeaseConnection.to(shared)
                .orElseThrow(() -> new IllegalStateException("the shared servers ended as soon as they were ready"));
        int number = connection.lease();
        connection.keepForEver();
        shared.state()
                .stringPropertyNames()
                .forEach(
                        name -> System.setProperty(PREFIX + name, shared.state().getProperty(name)));
        System.setProperty(PREFIX + "number", Integer.toString(number));
        return new Servers(shared, number);
    }

    private static Properties remembered() {
        var state = new Properties();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> state.setProperty(name.substring(PREFIX.length()), System.getProperty(name)));
        return state;
    }

    /** This JVM's own numbered Redis database, empty at the start of the JVM: {@code redis://host:port/number}. */
    public String redisUri() {
        return "redis://127.0.0.1:" + shared.port("redis") + "/" + lease;
    }

    /**
     * The database of this name, as this JVM knows it: the one that {@link EmbeddedServers} gave to the service under
     * test, otherwise created, empty, at the first call. The real name carries a suffix and is dropped with the JVM.
     *
     * @param name lower-case letters, digits and underscores, at most 40
     */
    public Database database(String name) {
        return new Databases(shared.port("postgres"), lease).named(name);
    }

    /** As {@link #database}, but always a new one, which the name then stands for. */
    public Database freshDatabase(String name) {
        return new Databases(shared.port("postgres"), lease).fresh(name);
    }

    /** {@link Database#jdbcUrl()} of {@link #database}. */
    public String jdbcUrl(String name) {
        return database(name).jdbcUrl();
    }

    /** {@link Database#reactiveUrl()} of {@link #database}. */
    public String reactiveUrl(String name) {
        return database(name).reactiveUrl();
    }

    /** Host and port of the broker. The suite's topics exist; others need {@link #createTopic}. */
    public String kafkaBootstrap() {
        return "127.0.0.1:" + shared.port("kafka");
    }

    /** Returns when the topic exists; one that exists already is left as it is. */
    public void createTopic(String name, int partitions) {
        try (var connection = LeaseConnection.to(shared)
                .orElseThrow(() -> new IllegalStateException("the shared servers have ended"))) {
            connection.createTopic(name, partitions);
        }
    }

    /** The port of the SMTP server on 127.0.0.1; it accepts everything. */
    public int smtpPort() {
        return shared.port("smtp");
    }

    /** What the SMTP server accepted. */
    public Inbox inbox() {
        return new Inbox(shared.port("inbox"));
    }
}
