package io.mapwright.deploy.load.disconnects;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.Simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets callers begin to hear their streams, all at once hang up, and looks at what is left. */
final class Disconnects {

    /** Callers who connect at the same time: what is tested is how they leave, not how they come. */
    private static final int ARRIVING = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final List<URI> gateways;
    private final String token;
    private final Api overview;
    private final Caller admin;
    private final Simulator simulator;
    private final InstantSource time;
    private final PrintStream out;
    private final Map<String, Instant> left = new ConcurrentHashMap<>();

    Disconnects(
            List<URI> gateways, String token, Caller admin, Simulator simulator, InstantSource time, PrintStream out) {
        this.gateways = List.copyOf(gateways);
        this.overview = new Api(gateways.getFirst().toString(), time);
        this.token = token;
        this.admin = admin;
        this.simulator = simulator;
        this.time = time;
        this.out = out;
    }

    /** @param ports at which connections must vanish */
    DisconnectsReport run(int callers, String model, Set<Integer> ports) throws InterruptedException {
        long position = simulator.position();
        out.println(permitsHeld() + " permits are held before the callers come");
        // These connections are this program's own.
        long before = Connections.openAt(ports).orElse(0);
        CountDownLatch heard = new CountDownLatch(callers);
        CountDownLatch goodbye = new CountDownLatch(1);
        Semaphore door = new Semaphore(ARRIVING);
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int number = i;
            people.add(Thread.ofVirtual().start(() -> listen(number, model, door, heard, goodbye)));
        }
        heard.await();
        out.println("everybody hears something; " + inFlight(position) + " calls are under way at the provider");
        goodbye.countDown();
        for (Thread person : people) {
            person.join();
        }
        Instant lastLeft = left.values().stream().max(Instant::compareTo).orElseGet(time::instant);
        out.println(left.size() + " callers have hung up");
        return look(callers, position, lastLeft, () -> connectionsSince(before, ports));
    }

    private void listen(int number, String model, Semaphore door, CountDownLatch heard, CountDownLatch goodbye) {
        Listener listener = new Listener(time);
        try {
            Optional<String> answer = Optional.empty();
            door.acquire();
            try {
                answer = Optional.of(listener.hear(gateways.get(number % gateways.size()), token, body(number, model)));
            } finally {
                door.release();
                heard.countDown();
            }
            goodbye.await();
            left.put(answer.get(), listener.hangUp(number % 2 == 0));
        } catch (IOException noStream) {
            out.println("caller " + number + ": " + noStream.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static OptionalLong connectionsSince(long before, Set<Integer> ports) {
        OptionalLong now = Connections.openAt(ports);
        return now.isPresent() ? OptionalLong.of(Math.max(0, now.getAsLong() - before)) : now;
    }

    private DisconnectsReport look(int callers, long position, Instant lastLeft, Supplier<OptionalLong> connectionsLeft)
            throws InterruptedException {
        Instant end = lastLeft.plus(PATIENCE);
        while (inFlight(position) > 0 && time.instant().isBefore(end)) {
            Thread.sleep(LOOK);
        }
        Optional<Duration> permitsGone = Optional.empty();
        while (permitsGone.isEmpty() && time.instant().isBefore(end)) {
            permitsGone =
                    permitsHeld() == 0 ? Optional.of(Duration.between(lastLeft, time.instant())) : Optional.empty();
            Thread.sleep(LOOK);
        }
        List<Simulator.Call> calls = simulator.callsSince(position);
        List<Duration> closedAfter = calls.stream()
                .filter(call -> call.endedAt() > 0 && left.containsKey(call.id()))
                .map(call -> Duration.between(left.get(call.id()), Instant.ofEpochMilli(call.endedAt())))
                .map(after -> after.isNegative() ? Duration.ZERO : after)
                .toList();
        int stillOpen = (int) calls.stream().filter(call -> call.endedAt() == 0).count();
        return new DisconnectsReport(
                left.size(), callers - left.size(), closedAfter, stillOpen, permitsGone, connectionsLeft.get());
    }

    private long inFlight(long position) throws InterruptedException {
        return simulator.callsSince(position).stream()
                .filter(call -> call.endedAt() == 0)
                .count();
    }

    /** Permits of all replicas together, as the ledger has them. */
    private long permitsHeld() throws InterruptedException {
        JsonNode quotas = overview.get("/v1/quota", admin).json().path("quotas");
        long held = quotas.isEmpty() ? -1 : 0;
        for (JsonNode quota : quotas) {
            held += quota.path("in_flight").asLong();
        }
        return held;
    }

    private static String body(int number, String model) {
        return """
                {"model":"%s","stream":true,"messages":[{"role":"user","content":"Tell me all about river number %d"}]}
                """.formatted(model, number).strip();
    }
}
