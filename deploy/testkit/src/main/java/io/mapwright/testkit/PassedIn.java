package io.mapwright.testkit;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Calls that fetch what ought to be passed in. */
final class PassedIn {

    private static final String CLOCK = "java.time.Clock";
    private static final Map<String, Set<String>> TIME = Map.of(
            CLOCK,
            Set.of("systemUTC", "systemDefaultZone", "system"),
            "java.lang.System",
            Set.of("currentTimeMillis"),
            "java.util.Date",
            Set.of("<init>"));
    private static final Map<String, Set<String>> CHANCE = Map.of(
            "java.util.UUID", Set.of("randomUUID"),
            "java.lang.Math", Set.of("random"),
            "java.util.concurrent.ThreadLocalRandom", Set.of("current"),
            "java.util.Random", Set.of("<init>"));

    private PassedIn() {}

    /** {@code Instant.now()} and its like, called or referred to; {@code now(Clock)} is fine. */
    static ArchCondition<JavaClass> readAClockOfTheirOwn() {
        return new ArchCondition<>("read a clock of their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                report(type.getCodeUnitCallsFromSelf(), PassedIn::readsClock, events);
                report(type.getCodeUnitReferencesFromSelf(), PassedIn::readsClock, events);
            }
        };
    }

    /** {@code UUID.randomUUID()} and its like; fine where dice are made, in a class with a CDI producer. */
    static ArchCondition<JavaClass> throwDiceOfTheirOwn() {
        return new ArchCondition<>("throw dice of their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!makesDice(type)) {
                    report(type.getCodeUnitCallsFromSelf(), target -> isOneOf(CHANCE, target), events);
                }
            }
        };
    }

    private static boolean makesDice(JavaClass type) {
        return type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith("jakarta.enterprise.inject.Produces"))
                || type.getEnclosingClass().filter(PassedIn::makesDice).isPresent();
    }

    private static void report(
            Set<? extends JavaCodeUnitAccess<?>> accesses,
            Predicate<CodeUnitAccessTarget> wrong,
            ConditionEvents events) {
        accesses.stream()
                .filter(access -> wrong.test(access.getTarget()))
                .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
    }

    private static boolean readsClock(CodeUnitAccessTarget target) {
        boolean ofGivenMillis = target.getOwner().getName().equals("java.util.Date")
                && !target.getRawParameterTypes().isEmpty();
        return isNow(target) || isOneOf(TIME, target) && !ofGivenMillis;
    }

    private static boolean isNow(CodeUnitAccessTarget target) {
        return target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .noneMatch(CLOCK::equals);
    }

    private static boolean isOneOf(Map<String, Set<String>> calls, CodeUnitAccessTarget target) {
        return calls.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
    }
}
