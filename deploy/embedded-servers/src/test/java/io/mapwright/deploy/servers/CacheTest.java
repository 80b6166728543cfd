package io.mapwright.deploy.servers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CacheTest {

    @TempDir
    private Path root;

    @Test
    void fillsAnEntryOnce() {
        var cache = new Cache(root);
        var filled = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            cache.entry("a", directory -> filled.incrementAndGet());
        }

        assertThat(filled).hasValue(1);
    }

    @Test
    void showsNobodyAnEntryThatIsNotComplete() throws Exception {
        // given
        var cache = new Cache(root);
        int racers = 8;
        var allThere = new CountDownLatch(racers);

        // when
        try (var threads = Executors.newFixedThreadPool(racers)) {
            var entries = IntStream.range(0, racers)
                    .mapToObj(i -> threads.submit(() -> {
                        Path entry = cache.entry("a", directory -> {
                            Files.writeString(directory.resolve("first"), "1");
                            await(allThere);
                            Files.writeString(directory.resolve("last"), "2");
                        });
                        return Files.exists(entry.resolve("last"));
                    }))
                    .toList();

            // then
            for (var entry : entries) {
                assertThat(entry.get()).isTrue();
            }
        }
        assertThat(root).isDirectoryNotContaining(path -> !path.endsWith("a"));
    }

    @Test
    void leavesNothingOfAnEntryThatFailed() {
        var cache = new Cache(root);

        assertThatThrownBy(() -> cache.entry("a", directory -> {
                    Files.writeString(directory.resolve("half"), "1");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk full");

        assertThat(root).isEmptyDirectory();
    }

    private static void await(CountDownLatch latch) throws IOException {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
