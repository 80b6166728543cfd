package io.mapwright.testkit;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** The rules about what code does, as {@link SuiteArchitectureTest} has those about where it lives. */
class SuiteArchitectureOfBehaviourTest {

    @TempDir
    private Path directory;

    @Test
    void nobodyMayWaitForAUni() {
        for (String waiting : List.of(
                "uni.await().indefinitely()",
                "uni.subscribe().with(x -> {})",
                "uni.toMulti().subscribe().with(x -> {})",
                "Thread.sleep(1)")) {
            assertFound(SuiteArchitecture.nothingWaitsForAUni, "Waiting", """
                    package io.mapwright.shop.order.rest;
                    class Waiting { void run(io.smallrye.mutiny.Uni<String> uni) throws Exception { %s; } }
                    """.formatted(waiting));
        }
    }

    @Test
    void nobodyMayReadAClockOfItsOwn() {
        for (String reading : List.of(
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC)",
                "java.time.Clock.systemUTC()",
                "System.currentTimeMillis()",
                "new java.util.Date()",
                "(java.util.function.Supplier<java.time.Instant>) java.time.Instant::now")) {
            assertFound(SuiteArchitecture.timeIsPassedIn, "Reading", """
                    package io.mapwright.shop.order;
                    class Reading { Object now() { return %s; } }
                    """.formatted(reading));
        }
    }

    @Test
    void nobodyMayThrowDiceOfItsOwn() {
        for (String dice : List.of(
                "java.util.UUID.randomUUID()",
                "Math.random()",
                "java.util.concurrent.ThreadLocalRandom.current()",
                "new java.util.Random()")) {
            assertFound(SuiteArchitecture.randomnessIsPassedIn, "Dice", """
                    package io.mapwright.shop.order;
                    class Dice { Object thrown() { return %s; } }
                    """.formatted(dice));
        }
    }

    @Test
    void nobodyButTheOwnersMayRetry() {
        assertFound(SuiteArchitecture.retriesHaveOneOwner, "Retrying", """
                package io.mapwright.shop.order.client;
                class Retrying { @org.eclipse.microprofile.faulttolerance.Retry void call() {} }
                """);
        assertFound(SuiteArchitecture.retriesHaveOneOwner, "Again", """
                package io.mapwright.shop.order.client;
                class Again {
                    io.smallrye.mutiny.Uni<String> call(io.smallrye.mutiny.Uni<String> uni) {
                        return uni.onFailure().retry().atMost(3);
                    }
                }
                """);
        assertFound(SuiteArchitecture.retriesHaveOneOwner, "Guarded", """
                package io.mapwright.shop.order.client;
                class Guarded {
                    Object guard() {
                        return io.smallrye.faulttolerance.api.Guard.create().withRetry().maxRetries(3).done().build();
                    }
                }
                """);
    }

    @TestFactory
    List<DynamicTest> aConnectionMustNotBeHeldForAnotherParty() {
        return List.of(
                        "io.quarkus.mailer.reactive.ReactiveMailer",
                        "io.quarkus.redis.datasource.ReactiveRedisDataSource",
                        "io.smallrye.reactive.messaging.MutinyEmitter<String>",
                        "org.eclipse.microprofile.reactive.messaging.Emitter<String>",
                        "java.net.http.HttpClient",
                        "io.vertx.mutiny.redis.client.Redis")
                .stream()
                .map(party -> DynamicTest.dynamicTest(
                        party,
                        () -> assertFound(
                                SuiteArchitecture.connectionsAreHeldForSqlOnly, "Holding", """
                        package io.mapwright.shop.order.postgres;
                        class Holding {
                            %s party;
                            @io.quarkus.hibernate.reactive.panache.common.WithTransaction void work() {}
                        }
                        """.formatted(party))))
                .toList();
    }

    @Test
    void aConnectionMustNotBeHeldForASibling() {
        assertFound(SuiteArchitecture.connectionsAreHeldForSqlOnly, "Holding", """
                package io.mapwright.shop.order.client;
                @org.eclipse.microprofile.rest.client.inject.RegisterRestClient
                public interface Stock { String stock(); }
                """, """
                package io.mapwright.shop.order.postgres;
                class Holding {
                    io.mapwright.shop.order.client.Stock stock;
                    org.hibernate.reactive.mutiny.Mutiny.SessionFactory sessions;
                }
                """);
    }

    @Test
    void aConnectionMustNotBeHeldForWhatHidesBehindAPort() {
        assertFound(SuiteArchitecture.connectionsAreHeldForSqlOnly, "Holding", Planted.PORT, Planted.REDIS_ORDERS, """
                package io.mapwright.shop.bill.postgres;
                class Holding {
                    io.smallrye.mutiny.Uni<Void> work(io.mapwright.shop.order.Orders orders) {
                        return io.quarkus.hibernate.reactive.panache.Panache.withTransaction(() -> orders.keep("one"));
                    }
                }
                """);
    }

    private void assertFound(ArchRule rule, String culprit, String... sources) {
        Planted.assertFound(directory, rule, culprit, sources);
    }
}
