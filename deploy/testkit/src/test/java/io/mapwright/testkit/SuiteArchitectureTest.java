package io.mapwright.testkit;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SuiteArchitectureTest {

    private static final String PRODUCERS = """
            package io.mapwright.shop;
            public class TimeAndChance {
                @jakarta.enterprise.inject.Produces
                java.time.InstantSource time() { return java.time.InstantSource.system(); }
                @jakarta.enterprise.inject.Produces
                java.util.random.RandomGenerator chance() {
                    return new java.util.random.RandomGenerator() {
                        public long nextLong() { return java.util.concurrent.ThreadLocalRandom.current().nextLong(); }
                    };
                }
            }
            """;
    private static final String ORDER_RESOURCE = """
        package io.mapwright.shop.order.rest;
        @jakarta.ws.rs.Path("/orders")
        public class OrderResource {
            private final io.mapwright.shop.order.OrderService service;
            public OrderResource(io.mapwright.shop.order.OrderService service) { this.service = service; }
            @jakarta.ws.rs.POST public io.smallrye.mutiny.Uni<Void> order() { return service.order(); }
        }
        """;

    @TempDir
    private Path directory;

    @TestFactory
    List<DynamicTest> everyRuleAcceptsAWellBuiltService() {
        var clean = Planted.of(
                directory, PRODUCERS, Planted.PORT, Planted.REDIS_ORDERS, """
                package io.mapwright.shop.order;
                public final class OrderService {
                    private final Orders orders;
                    private final java.time.InstantSource time;
                    private final java.util.function.Supplier<java.util.UUID> ids;
                    public OrderService(Orders orders, java.time.InstantSource time, java.util.function.Supplier<java.util.UUID> ids) {
                        this.orders = orders;
                        this.time = time;
                        this.ids = ids;
                    }
                    public io.smallrye.mutiny.Uni<Void> order() {
                        java.time.LocalDate.now(time.withZone(java.time.ZoneOffset.UTC));
                        return orders.keep(ids.get() + "@" + time.instant() + new java.util.Date(0));
                    }
                    static java.util.function.Supplier<java.util.UUID> produced() { return java.util.UUID::randomUUID; }
                }
                """, ORDER_RESOURCE, """
                package io.mapwright.shop.order.client;
                @jakarta.ws.rs.Path("/stock")
                @org.eclipse.microprofile.rest.client.inject.RegisterRestClient
                public interface StockClient { @jakarta.ws.rs.GET io.smallrye.mutiny.Uni<String> stock(); }
                """, """
                package io.mapwright.shop.bill.postgres;
                @jakarta.persistence.Entity
                public class BillRow extends io.quarkus.hibernate.reactive.panache.PanacheEntityBase {
                    @jakarta.persistence.Id public java.util.UUID id;
                    static io.smallrye.mutiny.Uni<Long> bills() {
                        return io.quarkus.hibernate.reactive.panache.Panache.withTransaction(() -> BillRow.count());
                    }
                }
                """, """
                package io.mapwright.shop.pay.vendor.visa;
                public final class Visa { java.net.http.HttpClient client; }
                """, """
                package io.mapwright.shop.pay.vendor.cash;
                public final class Cash { java.net.http.HttpClient client; }
                """, """
                package io.mapwright.llmgateway.provider;
                public final class Provider {
                    @org.eclipse.microprofile.faulttolerance.Retry
                    io.smallrye.mutiny.Uni<Void> call() { return io.smallrye.mutiny.Uni.createFrom().voidItem(); }
                }
                """);
        return rules().stream()
                .map(field -> DynamicTest.dynamicTest(
                        field.getName(),
                        () -> assertThat(clean.seenBy((ArchRule) field.get(null)))
                                .isEmpty()))
                .toList();
    }

    @Test
    void anEmptyServiceIsNoWellBuiltService() {
        var empty = Planted.of(directory, "package org.elsewhere; class Lost {}");

        assertThat(empty.seenBy(SuiteArchitecture.thereIsSomethingToCheck)).contains("Lost");
        assertThatThrownBy(() -> SuiteArchitecture.thereIsSomethingToCheck.check(
                        new com.tngtech.archunit.core.importer.ClassFileImporter()
                                .importPackages("io.mapwright.nowhere")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aFeatureMustNotKnowItsEdges() {
        assertFound(
                SuiteArchitecture.featuresDoNotKnowTheirEdges, "OrderService", Planted.PORT, Planted.REDIS_ORDERS, """
                package io.mapwright.shop.order;
                class OrderService { io.mapwright.shop.order.redis.RedisOrders orders; }
                """);
    }

    @TestFactory
    List<DynamicTest> aFeatureMustNotKnowTransportOrStorage() {
        return List.of(
                        "jakarta.ws.rs.core.Response",
                        "com.fasterxml.jackson.databind.JsonNode",
                        "io.vertx.core.Vertx",
                        "io.quarkus.redis.datasource.ReactiveRedisDataSource",
                        "io.smallrye.reactive.messaging.MutinyEmitter",
                        "org.apache.kafka.clients.producer.ProducerRecord",
                        "org.eclipse.microprofile.reactive.messaging.Message",
                        "io.quarkus.mailer.reactive.ReactiveMailer",
                        "io.quarkus.websockets.next.WebSocketConnection",
                        "org.hibernate.reactive.mutiny.Mutiny.Session",
                        "jakarta.persistence.Entity",
                        "java.sql.Connection",
                        "javax.sql.DataSource")
                .stream()
                .map(type -> DynamicTest.dynamicTest(
                        type,
                        () -> assertFound(
                                SuiteArchitecture.featuresDoNotKnowTransportOrStorage, "OrderService", """
                        package io.mapwright.shop.order;
                        class OrderService { %s foreign; }
                        """.formatted(
                                                type))))
                .toList();
    }

    @Test
    void anEdgeMustNotKnowAnotherEdge() {
        assertFound(
                SuiteArchitecture.edgesDoNotKnowEachOther, "OrderResource", Planted.PORT, Planted.REDIS_ORDERS, """
                package io.mapwright.shop.basket.rest;
                class OrderResource { io.mapwright.shop.order.redis.RedisOrders orders; }
                """);
    }

    @Test
    void aVendorMustNotKnowAnotherVendor() {
        assertFound(
                SuiteArchitecture.vendorsDoNotKnowEachOther,
                "Visa",
                "package io.mapwright.shop.pay.vendor.cash; public class Cash {}",
                "package io.mapwright.shop.pay.vendor.visa; class Visa { io.mapwright.shop.pay.vendor.cash.Cash cash; }");
    }

    @Test
    void featuresMustNotDependOnEachOtherInACircle() {
        assertFound(
                SuiteArchitecture.featuresHaveNoCycles,
                "Cycle",
                "package io.mapwright.shop.order; public class Order { io.mapwright.shop.bill.Bill bill; }",
                "package io.mapwright.shop.bill; public class Bill { io.mapwright.shop.order.Order order; }");
    }

    @Test
    void theEdgesOfTwoFeaturesMayUseTheOtherFeature() {
        var crossed = Planted.of(
                directory,
                "package io.mapwright.shop.order; public class Order {}",
                "package io.mapwright.shop.bill; public class Bill { io.mapwright.shop.order.Order order; }",
                "package io.mapwright.shop.order.rest; class OrderView { io.mapwright.shop.bill.Bill bill; }");

        assertThat(crossed.seenBy(SuiteArchitecture.featuresHaveNoCycles)).isEmpty();
    }

    @Test
    void aLeafMustNotBindTheLibraryOfAnother() {
        assertFound(SuiteArchitecture.technologyStaysInItsLeaf, "OrderResource", """
                package io.mapwright.shop.order.rest;
                class OrderResource { io.quarkus.redis.datasource.ReactiveRedisDataSource redis; }
                """);
        assertFound(SuiteArchitecture.technologyStaysInItsLeaf, "OrderView", """
                package io.mapwright.shop.order.rest;
                @jakarta.persistence.Entity class OrderView {}
                """);
        assertFound(SuiteArchitecture.technologyStaysInItsLeaf, "OrderEvents", """
                package io.mapwright.shop.order.postgres;
                class OrderEvents { io.smallrye.reactive.messaging.MutinyEmitter<String> emitter; }
                """);
    }

    @Test
    void aResourceMustLiveInRest() {
        assertFound(SuiteArchitecture.resourcesLiveInRest, "OrderResource", """
                package io.mapwright.shop.order;
                @jakarta.ws.rs.Path("/orders") class OrderResource {}
                """);
    }

    @Test
    void fieldsMustNotBeInjected() {
        for (String annotation : List.of(
                "jakarta.inject.Inject",
                "org.eclipse.microprofile.config.inject.ConfigProperty",
                "org.eclipse.microprofile.rest.client.inject.RestClient",
                "org.eclipse.microprofile.reactive.messaging.Channel(\"x\")")) {
            assertFound(SuiteArchitecture.wiringIsByConstructor, "Wired", """
                    package io.mapwright.shop.order;
                    class Wired { @%s String field; }
                    """.formatted(annotation));
        }
    }

    private void assertFound(ArchRule rule, String culprit, String... sources) {
        Planted.assertFound(directory, rule, culprit, sources);
    }

    private static List<java.lang.reflect.Field> rules() {
        var rules = Arrays.stream(SuiteArchitecture.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .toList();
        assertThat(rules).hasSizeGreaterThan(10).allMatch(field -> Modifier.isPublic(field.getModifiers()));
        return rules;
    }
}
