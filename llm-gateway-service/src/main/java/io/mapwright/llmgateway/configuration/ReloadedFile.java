package io.mapwright.llmgateway.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

/** Looks after the reloaded file: a change that makes sense is taken as a whole, any other is refused as a whole. */
@Singleton
final class ReloadedFile {

    private static final Logger LOG = Logger.getLogger(ReloadedFile.class);

    private final Optional<Path> file;
    private final List<Reloadable> parts;
    private final Function<Map<String, String>, Reloadable.Fresh> overlay;
    private final MeterRegistry metrics;
    private Map<String, String> seen = Map.of();

    ReloadedFile(
            Optional<Path> file,
            List<Reloadable> parts,
            Function<Map<String, String>, Reloadable.Fresh> overlay,
            MeterRegistry metrics) {
        this.file = file;
        this.parts = parts;
        this.overlay = overlay;
        this.metrics = metrics;
    }

    @Inject
    ReloadedFile(ReloadConfig config, @Any Instance<Reloadable> parts, Config start, MeterRegistry metrics) {
        this(config.file(), parts.stream().toList(), properties -> new Overlay(start, properties), metrics);
    }

    void onStart(@Observes StartupEvent starting) {
        look();
    }

    /** Takes the file's content if it has changed since the last look; a mistake is told once, not at every look. */
    @Scheduled(every = "${gateway.reload.every:1s}", concurrentExecution = SKIP)
    synchronized void look() {
        Optional<Map<String, String>> content = file.flatMap(ReloadedFile::read);
        if (content.isPresent() && !content.get().equals(seen)) {
            seen = content.get();
            count(offer(overlay.apply(seen)));
        }
    }

    private List<String> offer(Reloadable.Fresh fresh) {
        List<String> mistakes =
                parts.stream().flatMap(part -> mistakes(part, fresh).stream()).toList();
        if (mistakes.isEmpty()) {
            parts.forEach(part -> part.take(fresh));
            LOG.infof("configuration reloaded: file=%s keys=%d", file.orElseThrow(), seen.size());
        } else {
            LOG.errorf(
                    "configuration not reloaded, nothing has changed: file=%s mistakes=%d\n - %s",
                    file.orElseThrow(), mistakes.size(), String.join("\n - ", mistakes));
        }
        return mistakes;
    }

    private static List<String> mistakes(Reloadable part, Reloadable.Fresh fresh) {
        try {
            return part.mistakesIn(fresh);
        } catch (RuntimeException wrongForm) {
            // Values are converted as they are read, and every converter fails in its own way.
            return List.of(String.valueOf(wrongForm.getMessage()));
        }
    }

    private void count(List<String> mistakes) {
        metrics.counter("llm_gateway_reloads", "outcome", mistakes.isEmpty() ? "taken" : "refused")
                .increment();
    }

    /** A file that cannot be read now may be in the middle of being exchanged: the next look will tell. */
    private static Optional<Map<String, String>> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.of(Map.of());
        }
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warnf("configuration cannot be reloaded: file=%s reason=%s", file, unreadable.toString());
            return Optional.empty();
        }
        return Optional.of(properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty)));
    }
}
