package io.mapwright.deploy.servers;

import java.util.List;

/**
 * A Kafka topic to create.
 *
 * @param name letters, digits, dot, dash, underscore
 * @param partitions at least 1
 */
record Topic(String name, int partitions) {

    private static final int USUAL_PARTITIONS = 3;

    Topic {
        if (!name.matches("[a-zA-Z0-9._-]{1,249}")) {
            throw new IllegalArgumentException("not a name for a topic: " + name);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least 1 partition, not " + partitions);
        }
    }

    /** {@code name} or {@code name:partitions}; three partitions unless told. */
    static Topic parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Topic(text, USUAL_PARTITIONS)
                : new Topic(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    static List<Topic> parseAll(List<String> texts) {
        return texts.stream().map(Topic::parse).toList();
    }
}
