package io.mapwright.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in the suite a class lives, read from its package: {@code io.mapwright.<service>.<feature>[.<leaf>[.<vendor>]]}.
 *
 * @param service the service
 * @param feature the feature; the leaf's own name where a leaf stands outside of every feature
 * @param leaf the technology that binds the class; empty for the feature itself
 * @param vendor the package below the leaf {@code vendor}
 */
record Place(String service, String feature, Optional<String> leaf, Optional<String> vendor) {

    static final Set<String> LEAVES = Set.of("rest", "ws", "kafka", "redis", "postgres", "client", "vendor", "memory");

    private static final int FEATURE = 3;

    /** Empty for classes outside of the suite, and for those that belong to no feature. */
    static Optional<Place> of(JavaClass javaClass) {
        var segments = List.of(javaClass.getPackageName().split("\\."));
        if (segments.size() <= FEATURE
                || !segments.get(0).equals("io")
                || !segments.get(1).equals("mapwright")) {
            return Optional.empty();
        }
        for (int i = FEATURE; i < segments.size(); i++) {
            String leaf = segments.get(i);
            if (LEAVES.contains(leaf)) {
                boolean named = leaf.equals("vendor") && i + 1 < segments.size();
                return Optional.of(new Place(
                        segments.get(2),
                        segments.get(FEATURE),
                        Optional.of(leaf),
                        named ? Optional.of(segments.get(i + 1)) : Optional.empty()));
            }
        }
        return Optional.of(new Place(segments.get(2), segments.get(FEATURE), Optional.empty(), Optional.empty()));
    }

    static DescribedPredicate<JavaClass> isFeature() {
        return DescribedPredicate.describe(
                "are a feature's own",
                type -> of(type).filter(place -> place.leaf().isEmpty()).isPresent());
    }

    static DescribedPredicate<JavaClass> isEdge() {
        return DescribedPredicate.describe(
                "are at a feature's edge", type -> of(type).flatMap(Place::leaf).isPresent());
    }

    static DescribedPredicate<JavaClass> isIn(String... names) {
        var wanted = List.of(names);
        return DescribedPredicate.describe(
                "live in " + String.join(" or ", wanted),
                type -> of(type).flatMap(Place::leaf).filter(wanted::contains).isPresent());
    }

    static DescribedPredicate<JavaClass> isOf(String... prefixes) {
        return DescribedPredicate.describe(
                "are of " + String.join(", ", prefixes),
                type -> Arrays.stream(prefixes)
                        .anyMatch(prefix -> type.getName().startsWith(prefix)));
    }
}
