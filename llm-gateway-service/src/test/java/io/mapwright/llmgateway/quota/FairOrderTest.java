package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.FairOrder.Group;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class FairOrderTest {

    private static final int ENDLESS = 1_000_000;

    private FairOrder order;
    private List<Group> groups;

    @BeforeTry
    @BeforeEach
    void open() {
        order = new FairOrder(new ScopeRules.Floors(0.1, 0.05));
        groups = new ArrayList<>();
    }

    @Property
    void sharesByWeightAmongOrganizationsThatAlwaysHaveWork(
            @ForAll @DoubleRange(min = 0.5, max = 4) double weight,
            @ForAll @DoubleRange(min = 1, max = 8) double price,
            @ForAll @IntRange(min = 50, max = 400) int rounds) {
        add(PriorityClass.STANDARD, "one", 1);
        add(PriorityClass.STANDARD, "other", weight);

        var served = serve(rounds, price);

        double one = served.getOrDefault("one", 0) * price;
        double other = served.getOrDefault("other", 0) * price / weight;
        assertThat(Math.abs(one - other)).isLessThanOrEqualTo(2 * price * Math.max(1, 1 / weight));
    }

    @Property
    void keepsTheFloorsOfLowerClassesAndGivesThemNoMore(@ForAll @IntRange(min = 100, max = 2_000) int rounds) {
        add(PriorityClass.INTERACTIVE, "a", 1);
        add(PriorityClass.STANDARD, "b", 1);
        add(PriorityClass.BACKGROUND, "c", 1);
        var byClass = new EnumMap<PriorityClass, Integer>(PriorityClass.class);

        for (int i = 0; i < rounds; i++) {
            var next = order.next(groups).orElseThrow();
            byClass.merge(next.group().described().priority(), 1, Integer::sum);
            order.serve(next, groups, 1);
        }

        assertThat(byClass.get(PriorityClass.BACKGROUND) / (double) rounds).isBetween(0.03, 0.06);
        assertThat(byClass.get(PriorityClass.STANDARD) / (double) rounds).isBetween(0.07, 0.11);
    }

    @Test
    void servesTheFirstClassFirstWhenNobodyIsOwedAnything() {
        add(PriorityClass.BACKGROUND, "a", 1);
        add(PriorityClass.INTERACTIVE, "b", 1);

        assertThat(order.next(groups).orElseThrow().group().described().priority())
                .isEqualTo(PriorityClass.INTERACTIVE);
    }

    @Test
    void savesNothingUpForAnOrganizationThatWasAway() {
        add(PriorityClass.STANDARD, "present", 1);
        serve(100, 1);
        add(PriorityClass.STANDARD, "back again", 1);

        var served = serve(20, 1);

        assertThat(served.get("back again")).isBetween(9, 11);
    }

    @Test
    void asksNobodyWhenNobodyWaits() {
        assertThat(order.next(groups)).isEmpty();
    }

    private void add(PriorityClass priority, String organization, double weight) {
        groups.add(new Group(new LedgerCall.Group(priority, organization, weight, ENDLESS, 0, 0), groups.size()));
    }

    private Map<String, Integer> serve(int rounds, double price) {
        var served = new HashMap<String, Integer>();
        for (int i = 0; i < rounds; i++) {
            var next = order.next(groups).orElseThrow();
            served.merge(next.group().described().organization(), 1, Integer::sum);
            order.serve(next, groups, price);
        }
        return served;
    }
}
