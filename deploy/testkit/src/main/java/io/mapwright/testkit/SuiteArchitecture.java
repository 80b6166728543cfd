package io.mapwright.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import java.util.Optional;
import java.util.function.Function;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of the house that a compiler can check. A service runs all of them:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.mapwright.voice", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests house = ArchTests.in(SuiteArchitecture.class);
 * }
 * }</pre>
 */
public final class SuiteArchitecture {

    /** A test that looks at nothing finds nothing. */
    @ArchTest
    public static final ArchRule thereIsSomethingToCheck = classes()
            .should()
            .resideInAPackage("io.mapwright..")
            .as("the package of the rules must be the service's own");

    @ArchTest
    public static final ArchRule featuresDoNotKnowTheirEdges = noClasses()
            .that(Place.isFeature())
            .should()
            .dependOnClassesThat(Place.isEdge())
            .because("a feature names a port; CDI finds the edge that implements it")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule featuresDoNotKnowTransportOrStorage = noClasses()
            .that(Place.isFeature())
            .should()
            .dependOnClassesThat(Place.isOf(
                            "jakarta.ws.rs.",
                            "jakarta.persistence.",
                            "com.fasterxml.jackson.",
                            "io.vertx.",
                            "io.quarkus.mailer.",
                            "io.quarkus.redis.",
                            "io.quarkus.websockets.",
                            "io.smallrye.reactive.messaging.",
                            "org.apache.kafka.",
                            "org.eclipse.microprofile.reactive.messaging.",
                            "org.eclipse.microprofile.rest.client.",
                            "org.jboss.resteasy.")
                    .or(HeldConnection.HOLDS_CONNECTIONS))
            .because("what a feature decides does not depend on how it is asked and where it is kept")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule edgesDoNotKnowEachOther = slices().assignedFrom(by(
                    "edges", place -> place.leaf().map(leaf -> SliceIdentifier.of(place.service(), leaf))))
            .should()
            .notDependOnEachOther()
            .because("two edges meet in the feature, and nowhere else")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule vendorsDoNotKnowEachOther = slices().assignedFrom(by(
                    "vendors",
                    place ->
                            place.vendor().map(vendor -> SliceIdentifier.of(place.service(), place.feature(), vendor))))
            .should()
            .notDependOnEachOther()
            .because("what two vendors share belongs to the port")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule featuresHaveNoCycles = slices().assignedFrom(by(
                    "features",
                    place -> place.leaf().isPresent()
                            ? Optional.empty()
                            : Optional.of(SliceIdentifier.of(place.service(), place.feature()))))
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule technologyStaysInItsLeaf = CompositeArchRule.of(
                    only(HeldConnection.HOLDS_CONNECTIONS.or(Place.isOf("jakarta.persistence.")), "postgres"))
            .and(only(Place.isOf("io.quarkus.redis.", "io.vertx.redis.", "io.vertx.mutiny.redis."), "redis"))
            .and(only(
                    Place.isOf(
                            "org.apache.kafka.",
                            "io.smallrye.reactive.messaging.",
                            "org.eclipse.microprofile.reactive.messaging."),
                    "kafka"))
            .and(only(Place.isOf("io.quarkus.websockets.next."), "ws", "client", "vendor"))
            .because("a leaf is named for the one library that it binds");

    @ArchTest
    public static final ArchRule resourcesLiveInRest = classes()
            .that(annotatedWith("jakarta.ws.rs.Path").<JavaClass>forSubtype().and(not(INTERFACES)))
            .should(be(Place.isIn("rest")))
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule nothingWaitsForAUni = noClasses()
            .should()
            .dependOnClassesThat(Place.isOf(
                    "io.smallrye.mutiny.groups.UniAwait",
                    "io.smallrye.mutiny.groups.UniSubscribe",
                    "io.smallrye.mutiny.groups.MultiSubscribe"))
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("the framework subscribes; waiting parks an event loop");

    @ArchTest
    public static final ArchRule wiringIsByConstructor = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RestClient")
            .because("what a class needs is what its constructor says")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule timeIsPassedIn = noClasses()
            .should(PassedIn.readAClockOfTheirOwn())
            .because("a test must be able to move it; the one producer hands out InstantSource.system()");

    @ArchTest
    public static final ArchRule randomnessIsPassedIn = noClasses()
            .should(PassedIn.throwDiceOfTheirOwn())
            .because(
                    "a test must be able to load the dice; a CDI producer hands out UUID::randomUUID or a RandomGenerator");

    /**
     * Who retries what others retry already multiplies the load on whatever is in trouble. A consumer may keep trying to
     * store the record that it holds: nobody else could.
     */
    @ArchTest
    public static final ArchRule retriesHaveOneOwner = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.mapwright.llmgateway..", "io.mapwright.feedback.notification..", "io.mapwright..kafka..")
            .should()
            .dependOnClassesThat(Place.isOf(
                            "io.smallrye.mutiny.groups.UniRetry", "io.smallrye.mutiny.groups.MultiRetry")
                    .or(describe(
                            "are of a fault tolerance library's retry",
                            type -> type.getPackageName().contains(".faulttolerance")
                                    && type.getName().contains("Retry"))))
            .because("the gateway retries providers, a consumer the record it holds, and nobody else anything")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule connectionsAreHeldForSqlOnly = noClasses()
            .that(describe(
                    "hold database connections",
                    type -> type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(
                                    dependency -> HeldConnection.HOLDS_CONNECTIONS.test(dependency.getTargetClass()))))
            .should(new HeldConnection())
            .because("a connection that waits for somebody else is one that nobody can have")
            .allowEmptyShould(true);

    private SuiteArchitecture() {}

    private static ArchRule only(DescribedPredicate<JavaClass> technology, String... leaves) {
        return noClasses()
                .that(Place.isEdge().and(not(Place.isIn(leaves))))
                .should()
                .dependOnClassesThat(technology)
                .allowEmptyShould(true);
    }

    private static SliceAssignment by(String description, Function<Place, Optional<SliceIdentifier>> slice) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return Place.of(type).flatMap(slice).orElseGet(SliceIdentifier::ignore);
            }

            @Override
            public String getDescription() {
                return description;
            }
        };
    }
}
