package io.mapwright.deploy.simulator.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is known about a topic.
 *
 * @param names the first is the one it is called by
 * @param about things that belong to it
 * @param attributes adjectives
 * @param groups kinds or aspects with examples
 * @param parts what it consists of; empty when its groups serve as parts
 * @param steps how it goes on
 * @param dimensions ways to divide it
 */
record Subject(
        List<String> names,
        List<String> about,
        List<String> attributes,
        List<Group> groups,
        List<Group> parts,
        List<Group> steps,
        List<String> causes,
        List<String> effects,
        List<String> dimensions) {

    private static final int ENOUGH = 4;

    /** A heading and what stands under it. */
    record Group(String name, List<String> items) {

        Group map(UnaryOperator<String> change) {
            return new Group(change.apply(name), items.stream().map(change).toList());
        }
    }

    /** This subject with what it lacks for a map taken from another. */
    Subject completedBy(Subject other) {
        return new Subject(
                names,
                filled(about, other.about, 8),
                filled(attributes, other.attributes, 8),
                filled(groups, other.groups, ENOUGH),
                filled(parts.isEmpty() ? groups : parts, other.parts, 3),
                filled(steps, other.steps, steps.isEmpty() ? ENOUGH : steps.size()),
                filled(causes, other.causes, ENOUGH),
                filled(effects, other.effects, ENOUGH),
                filled(dimensions, other.dimensions, ENOUGH));
    }

    Subject map(List<String> newNames, UnaryOperator<String> change) {
        return new Subject(
                newNames,
                about.stream().map(change).toList(),
                attributes.stream().map(change).toList(),
                groups.stream().map(group -> group.map(change)).toList(),
                parts.stream().map(part -> part.map(change)).toList(),
                steps.stream().map(step -> step.map(change)).toList(),
                causes.stream().map(change).toList(),
                effects.stream().map(change).toList(),
                dimensions.stream().map(change).toList());
    }

    /** Every phrase known, without order. */
    List<String> phrases() {
        List<String> all = new ArrayList<>(about);
        all.addAll(attributes);
        for (Group group : Stream.of(groups, parts, steps).flatMap(List::stream).toList()) {
            all.add(group.name());
            all.addAll(group.items());
        }
        all.addAll(causes);
        all.addAll(effects);
        return all.stream().distinct().toList();
    }

    private static <T> List<T> filled(List<T> own, List<T> other, int least) {
        List<T> all = new ArrayList<>(own);
        other.stream()
                .filter(more -> !own.contains(more))
                .limit(Math.max(0, own.isEmpty() ? other.size() : least - own.size()))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
