package io.mapwright.deploy.servers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class LeasesTest {

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Leases leases = Leases.open("run-7", 2, new Leases.Servers() {
        @Override
        public void prepare(int number, boolean alone) {
            calls.add(number + (alone ? " alone" : " in company"));
        }

        @Override
        public void createTopic(Topic topic) {
            calls.add(topic.toString());
        }
    });

    @AfterEach
    void close() {
        leases.close();
    }

    @Test
    void sayWhichRunTheyBelongTo() throws IOException {
        try (var holder = new Holder()) {
            assertThat(holder.ask("HELLO")).isEqualTo("MAPWRIGHT run-7");
            assertThat(holder.ask("WHAT")).startsWith("ERROR");
            assertThat(holder.ask("TOPIC onlyAName")).startsWith("ERROR");
        }
    }

    @Test
    void giveEachHolderAPlaceAndTellWhetherItIsAlone() throws IOException {
        try (var first = new Holder();
                var second = new Holder()) {
            assertThat(first.ask("LEASE")).isEqualTo("LEASED 1");
            assertThat(second.ask("LEASE")).isEqualTo("LEASED 2");
        }

        assertThat(calls).containsExactly("1 alone", "2 in company");
    }

    @Test
    void createATopicForWhoeverAsks() throws IOException {
        try (var holder = new Holder()) {
            assertThat(holder.ask("TOPIC a.b 4")).isEqualTo("CREATED");
        }

        assertThat(calls).containsExactly(new Topic("a.b", 4).toString());
    }

    @Test
    void endOnlyWhenTheLastHolderHasGone() throws Exception {
        var end = new CompletableFuture<Void>();
        try (var holder = new Holder()) {
            holder.ask("LEASE");
            Thread.ofVirtual().start(() -> {
                leases.awaitEnd(Duration.ofMillis(1));
                end.complete(null);
            });
            assertThat(end).isNotCompleted();
            assertThat(holder.ask("HELLO")).isNotEmpty();
            assertThat(end).isNotCompleted();
        }

        assertThat(end.orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(10));
    }

    private final class Holder implements AutoCloseable {

        private final Socket socket = new Socket("127.0.0.1", leases.port());
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Holder() throws IOException {
            socket.setSoTimeout(10_000);
        }

        String ask(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return in.readLine();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
