package io.mapwright.deploy.local.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as the operating system knows it. A number alone is not enough: the next process may get it.
 *
 * @param pid its number
 * @param started when the operating system started it
 */
public record ProcessMark(long pid, Instant started) {

    /** Start times are kept in clock ticks since boot, and the time of boot in seconds. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** The mark of a live process; empty when it has already ended. */
    public static Optional<ProcessMark> of(ProcessHandle process) {
        return process.info().startInstant().map(started -> new ProcessMark(process.pid(), started));
    }

    /** The process, if it still runs and no other has taken its number. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(since -> Duration.between(since, started).abs().compareTo(ROUNDING) < 0)
                        .orElse(false));
    }
}
