package io.mapwright.deploy.local.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * Options of the stack's Java processes, chosen for a developer's machine with two cores: small heaps, one collector
 * thread, and C1 only where a quick start is worth more than the last third of throughput.
 *
 * @param heapMegabytes most heap
 * @param quickStart whether to stop compiling at C1
 */
record Jvm(int heapMegabytes, boolean quickStart) {

    List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8"));
        if (quickStart) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        if (Runtime.version().feature() >= 24) {
            // Netty reaches for memory in ways that newer JDKs comment on in every log.
            options.add("--enable-native-access=ALL-UNNAMED");
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }
}
