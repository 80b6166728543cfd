package io.mapwright.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;

/**
 * Finds the classes in which a database connection could be held while somebody else is waited for: they open sessions,
 * transactions or connections, and they also talk to another party, by its library or through a port that is implemented
 * at another edge.
 */
final class HeldConnection extends ArchCondition<JavaClass> {

    static final DescribedPredicate<JavaClass> HOLDS_CONNECTIONS = Place.isOf(
                    "org.hibernate.",
                    "io.quarkus.hibernate.",
                    "io.vertx.sqlclient.",
                    "io.vertx.pgclient.",
                    "io.vertx.mutiny.sqlclient.",
                    "io.vertx.mutiny.pgclient.",
                    "io.agroal.",
                    "java.sql.",
                    "javax.sql.",
                    "jakarta.transaction.")
            .and(DescribedPredicate.not(Place.isOf("org.hibernate.validator.")));

    private static final DescribedPredicate<JavaClass> OTHER_PARTY = Place.isOf(
                    "io.quarkus.mailer.",
                    "io.quarkus.redis.",
                    "io.quarkus.rest.client.",
                    "io.quarkus.websockets.next.",
                    "io.smallrye.reactive.messaging.MutinyEmitter",
                    "io.vertx.core.http.HttpClient",
                    "io.vertx.ext.mail.",
                    "io.vertx.ext.web.client.",
                    "io.vertx.mutiny.core.http.HttpClient",
                    "io.vertx.mutiny.ext.mail.",
                    "io.vertx.mutiny.ext.web.client.",
                    "io.vertx.mutiny.redis.",
                    "io.vertx.redis.",
                    "java.net.http.",
                    "org.apache.kafka.",
                    "org.eclipse.microprofile.reactive.messaging.Emitter",
                    "org.eclipse.microprofile.rest.client.")
            .or(DescribedPredicate.describe(
                    "REST client",
                    type -> type.isAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")))
            .or(assignableTo("org.eclipse.microprofile.reactive.messaging.Emitter"));

    HeldConnection() {
        super("talk to another party than the database");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            if (OTHER_PARTY.test(dependency.getTargetClass())) {
                events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
            }
        }
        type.getMethodCallsFromSelf().stream()
                .filter(call -> isPortOfAnotherEdge(call.getTargetOwner()))
                .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
    }

    private static boolean isPortOfAnotherEdge(JavaClass called) {
        return called.isInterface()
                && Place.isFeature().test(called)
                && called.getAllSubclasses().stream()
                        .anyMatch(Place.isEdge().and(DescribedPredicate.not(Place.isIn("postgres", "memory"))));
    }
}
