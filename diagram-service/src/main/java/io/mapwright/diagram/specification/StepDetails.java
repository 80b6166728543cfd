package io.mapwright.diagram.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Matches groups of substeps, which a model puts beside or inside the steps, to the steps they belong to. */
final class StepDetails {

    private StepDetails() {}

    static List<FlowMap.Details> read(Members json, List<String> steps, Notices notices) {
        var groups = Stream.concat(json.objects("steps").stream(), json.objects("substeps").stream())
                .filter(group -> !group.texts("substeps").isEmpty())
                .toList();
        Map<String, List<String>> byStep = new LinkedHashMap<>();
        int unmatched = 0;
        for (var group : groups) {
            var step = stepNamed(Wording.of(group.json()), steps);
            step.ifPresent(name ->
                    byStep.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(group.texts("substeps")));
            unmatched += step.isEmpty() ? 1 : 0;
        }
        notices.dropped("substeps", unmatched);
        return steps.stream()
                .distinct()
                .filter(byStep::containsKey)
                .map(step -> details(step, byStep.get(step), notices))
                .toList();
    }

    private static FlowMap.Details details(String step, List<String> substeps, Notices notices) {
        return new FlowMap.Details(step, notices.capped(substeps, FlowMap.MOST_SUBSTEPS, "substeps.substeps"));
    }

    /** The step of exactly these words, else of the same words, else one of which one text contains the other. */
    private static Optional<String> stepNamed(String name, List<String> steps) {
        var key = Wording.key(name);
        return name.isEmpty()
                ? Optional.empty()
                : first(steps, name::equals)
                        .or(() -> first(steps, step -> Wording.key(step).equals(key)))
                        .or(() -> first(steps, step -> overlap(Wording.key(step), key)));
    }

    private static Optional<String> first(List<String> steps, Predicate<String> matches) {
        return steps.stream().filter(matches).findFirst();
    }

    private static boolean overlap(String one, String other) {
        return one.contains(other) || other.contains(one);
    }
}
