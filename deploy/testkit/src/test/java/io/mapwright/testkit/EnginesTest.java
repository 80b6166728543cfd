package io.mapwright.testkit;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Rules and properties that are never run pass in silence: this checks that the platform of the build runs them. */
class EnginesTest {

    private static final AtomicInteger TRIES = new AtomicInteger();

    @Test
    void runEveryRuleOfTheHouse() {
        long rules = Arrays.stream(SuiteArchitecture.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .count();

        assertThat(run(HouseRules.class).getTestsStartedCount())
                .isEqualTo(rules)
                .isGreaterThan(10);
    }

    @Test
    void runAPropertyAThousandTimes() {
        TRIES.set(0);

        var summary = run(Properties.class);

        assertThat(summary.getTestsStartedCount()).isEqualTo(2);
        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(TRIES).hasValueGreaterThanOrEqualTo(1000);
    }

    private static TestExecutionSummary run(Class<?> tests) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        listener);
        return listener.getSummary();
    }

    /** As every service writes it. */
    @AnalyzeClasses(packages = "io.mapwright.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
    static class HouseRules {
        @ArchTest
        static final ArchTests HOUSE = ArchTests.in(SuiteArchitecture.class);
    }

    static class Properties {

        @Property(seed = "1")
        void holds(@ForAll int number) {
            TRIES.incrementAndGet();
        }

        @Property(seed = "1")
        boolean fails(@ForAll int number) {
            return number < 1_000;
        }
    }
}
