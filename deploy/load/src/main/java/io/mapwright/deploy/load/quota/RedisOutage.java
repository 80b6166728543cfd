package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.quota.Diary.Deed;
import io.mapwright.deploy.load.quota.Scenario.Span;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Kills Redis, keeps it away, and lets it come back with nothing in it. */
final class RedisOutage implements Disturbance {

    private static final String REDIS = "redis";
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final RunningStack stack;
    private final Span span;
    private final InstantSource time;

    RedisOutage(RunningStack stack, Span span, InstantSource time) {
        this.stack = stack;
        this.span = span;
        this.time = time;
    }

    @Override
    public void play(Diary diary) throws InterruptedException {
        Path hold = stack.layout().held().resolve(REDIS);
        Pause.until(diary.began().plus(span.from()), time);
        try {
            Files.createDirectories(hold.getParent());
            Files.writeString(hold, "");
            kill();
            diary.note(Deed.REDIS_STOPPED, "its data deleted");
            empty(stack.layout().data().resolve(REDIS));
            Pause.until(diary.began().plus(span.to()), time);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop Redis", e);
        } finally {
            release(hold);
        }
        awaitPong();
        diary.note(Deed.REDIS_BACK, "empty");
    }

    private void kill() {
        stack.state().processes().stream()
                .filter(process -> process.name().equals(REDIS))
                .map(ProcessState::mark)
                .forEach(mark -> mark.flatMap(ProcessMark::find)
                        .orElseThrow(() -> new IllegalStateException("Redis does not run"))
                        .destroyForcibly());
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(folder))
                    .toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
    }

    private static void release(Path hold) {
        try {
            Files.deleteIfExists(hold);
        } catch (IOException e) {
            throw new UncheckedIOException("delete " + hold + " by hand, or Redis stays away", e);
        }
    }

    private void awaitPong() throws InterruptedException {
        var limit = time.instant().plus(START_LIMIT);
        while (!answers() && time.instant().isBefore(limit)) {
            Thread.sleep(GLANCE);
        }
    }

    private boolean answers() {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), stack.ports().redis())) {
            socket.setSoTimeout((int) START_LIMIT.toMillis());
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }
}
