package io.mapwright.llmgateway.configuration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ReloadedFileTest {

    @TempDir
    Path folder;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<String> taken = new ArrayList<>();

    @Test
    void offersItsContentOncePerChange() throws IOException {
        ReloadedFile file = file(part("one"), part("two"));

        write("weight=1");
        file.look();
        file.look();
        write("weight=2");
        file.look();

        assertThat(taken).containsExactly("one 1", "two 1", "one 2", "two 2");
        assertThat(count("taken")).isEqualTo(2);
    }

    @Test
    void isTakenByAllOrByNobody() throws IOException {
        ReloadedFile file = file(part("one"), picky("weight must be small"));

        write("weight=9");
        file.look();

        assertThat(taken).isEmpty();
        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void tellsAMistakeOnceAndTakesTheMendedFile() throws IOException {
        ReloadedFile file = file(picky("no"), part("one"));
        write("weight=9");
        file.look();
        file.look();
        assertThat(count("refused")).isEqualTo(1);

        write("fine=1\nweight=3");
        file.look();

        assertThat(taken).containsExactly("picky 3", "one 3");
    }

    @Test
    void countsAValueInTheWrongFormAsAMistake() throws IOException {
        ReloadedFile file = file(part("one"), new Reloadable() {
            @Override
            public List<String> mistakesIn(Fresh fresh) {
                throw new IllegalArgumentException("SRCFG00029: not a number");
            }

            @Override
            public void take(Fresh fresh) {
                taken.add("impossible");
            }
        });

        write("weight=many");
        file.look();

        assertThat(taken).isEmpty();
    }

    @Test
    void goesBackToTheStartWhenItVanishes() throws IOException {
        ReloadedFile file = file(part("one"));
        write("weight=5");
        file.look();

        Files.delete(path());
        file.look();

        assertThat(taken).containsExactly("one 5", "one none");
    }

    @Test
    void isNeedless() {
        new ReloadedFile(Optional.empty(), List.of(part("one")), Given::new, metrics).look();

        assertThat(taken).isEmpty();
    }

    private record Given(Map<String, String> properties) implements Reloadable.Fresh {

        @Override
        public <T> T mapping(Class<T> type) {
            return type.cast(properties.getOrDefault("weight", "none"));
        }
    }

    private Reloadable part(String name) {
        return new Reloadable() {
            @Override
            public List<String> mistakesIn(Fresh fresh) {
                return List.of();
            }

            @Override
            public void take(Fresh fresh) {
                taken.add(name + " " + fresh.mapping(String.class));
            }
        };
    }

    private Reloadable picky(String mistake) {
        return new Reloadable() {
            @Override
            public List<String> mistakesIn(Fresh fresh) {
                return fresh.mapping(String.class).equals("9") ? List.of(mistake) : List.of();
            }

            @Override
            public void take(Fresh fresh) {
                taken.add("picky " + fresh.mapping(String.class));
            }
        };
    }

    private ReloadedFile file(Reloadable... parts) {
        return new ReloadedFile(Optional.of(path()), List.of(parts), Given::new, metrics);
    }

    private Path path() {
        return folder.resolve("routes.properties");
    }

    private void write(String text) throws IOException {
        Files.writeString(path(), text);
    }

    private double count(String outcome) {
        return metrics.counter("llm_gateway_reloads", "outcome", outcome).count();
    }
}
