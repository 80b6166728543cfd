package io.mapwright.deploy.systemtests.smoke;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the front end's renderers read of each map, as far as a test from outside should insist on it. */
enum MapShape {
    CIRCLE_MAP {
        @Override
        void check(Findings map) {
            map.text("topic").texts("context", 4);
        }
    },
    BUBBLE_MAP {
        @Override
        void check(Findings map) {
            map.text("topic").texts("attributes", 3);
        }
    },
    DOUBLE_BUBBLE_MAP {
        @Override
        void check(Findings map) {
            map.text("left")
                    .text("right")
                    .texts("similarities", 1)
                    .texts("left_differences", 2)
                    .texts("right_differences", 2);
        }
    },
    TREE_MAP {
        @Override
        void check(Findings map) {
            map.text("topic").objects("children", 1, "text");
        }
    },
    BRACE_MAP {
        @Override
        void check(Findings map) {
            map.text("whole").objects("parts", 1, "name");
        }
    },
    FLOW_MAP {
        @Override
        void check(Findings map) {
            map.text("title").texts("steps", 2).objects("substeps", 0, "step");
        }
    },
    MULTI_FLOW_MAP {
        @Override
        void check(Findings map) {
            map.text("event").texts("causes", 1).texts("effects", 1);
        }
    },
    BRIDGE_MAP {
        @Override
        void check(Findings map) {
            map.text("relating_factor").objects("analogies", 5, "left").objects("analogies", 5, "right");
        }
    },
    MIND_MAP {
        @Override
        void check(Findings map) {
            map.text("topic").objects("children", 1, "label").object("_layout");
        }
    },
    CONCEPT_MAP {
        @Override
        void check(Findings map) {
            map.text("topic")
                    .texts("concepts", 3)
                    .objects("relationships", 1, "label")
                    .edgesJoinKnownConcepts();
        }
    };

    abstract void check(Findings map);

    String typeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a map of this type, in words; empty when nothing is. */
    List<String> problems(JsonNode spec) {
        Findings findings = new Findings(spec);
        check(findings);
        return findings.problems;
    }

    /** Collects what is missing. */
    static final class Findings {

        private final JsonNode spec;
        private final List<String> problems = new ArrayList<>();

        private Findings(JsonNode spec) {
            this.spec = spec;
        }

        Findings text(String name) {
            return require(isText(spec.path(name)), name + " is no text");
        }

        Findings object(String name) {
            return require(spec.path(name).isObject(), name + " is no object");
        }

        Findings texts(String name, int least) {
            JsonNode list = spec.path(name);
            require(list.isArray() && list.size() >= least, name + " has fewer than " + least + " entries");
            list.forEach(each -> require(isText(each), name + " holds something that is no text"));
            return this;
        }

        Findings objects(String name, int least, String member) {
            JsonNode list = spec.path(name);
            require(list.isArray() && list.size() >= least, name + " has fewer than " + least + " entries");
            list.forEach(each -> require(isText(each.path(member)), name + " holds something without " + member));
            return this;
        }

        Findings edgesJoinKnownConcepts() {
            Set<String> known = new HashSet<>();
            known.add(spec.path("topic").asText());
            spec.path("concepts").forEach(concept -> known.add(concept.asText()));
            spec.path("relationships")
                    .forEach(edge -> require(
                            known.contains(edge.path("from").asText())
                                    && known.contains(edge.path("to").asText()),
                            "a relationship joins something that is no concept"));
            return this;
        }

        private Findings require(boolean holds, String otherwise) {
            if (!holds) {
                problems.add(otherwise);
            }
            return this;
        }

        private static boolean isText(JsonNode node) {
            return node.isTextual() && !node.asText().isBlank();
        }
    }
}
