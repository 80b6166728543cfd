package io.mapwright.testkit;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The services share one PostgreSQL server. Each holds its own pools against its own share when it starts; that the
 * shares add up is nobody's to see but this test's.
 */
class ConnectionBudgetTest {

    /** PostgreSQL's own default, which the manifests and the local stack keep. */
    private static final int MAX_CONNECTIONS = 100;

    /** For people at psql, migrations by hand, backups, monitoring, and the three that the server keeps for superusers. */
    private static final int RESERVE = 16;

    @Test
    void fitsTheServerWithAllServicesAtTheirLargest() {
        var shares = shares();

        assertThat(shares).extracting(Share::service).contains("auth-service", "diagram-service", "feedback-service");
        assertThat(shares.stream().mapToInt(Share::connections).sum())
                .as("connections of %s beside a reserve of %s", shares, RESERVE)
                .isLessThanOrEqualTo(MAX_CONNECTIONS - RESERVE);
    }

    @Test
    void givesEveryServiceWhatItsReplicasOpen() {
        assertThat(shares()).allSatisfy(share -> {
            assertThat(share.replicas() * share.pools()).isPositive().isLessThanOrEqualTo(share.connections());
            // A rolling update runs one replica more, and two is the least that survives a node.
            assertThat(share.replicas()).isGreaterThanOrEqualTo(3);
        });
    }

    private static List<Share> shares() {
        try (var folders = Files.list(repository())) {
            return folders.map(folder -> folder.resolve("src/main/resources/application.properties"))
                    .filter(Files::exists)
                    .sorted()
                    .flatMap(Share::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }

    /** What one service may open: {@code replicas} times {@code pools}, and {@code connections} at the most. */
    private record Share(String service, int replicas, int pools, int connections) {

        static Stream<Share> of(Path file) {
            var settings = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
            if (!settings.containsKey("mapwright.database.connections")) {
                return Stream.empty();
            }
            return Stream.of(new Share(
                    settings.getProperty("quarkus.application.name"),
                    number(settings, "mapwright.database.replicas"),
                    number(settings, "quarkus.datasource.reactive.max-size")
                            + number(settings, "quarkus.datasource.jdbc.max-size"),
                    number(settings, "mapwright.database.connections")));
        }

        private static int number(Properties settings, String key) {
            return Integer.parseInt(settings.getProperty(key).strip());
        }
    }
}
