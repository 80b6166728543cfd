package io.mapwright.deploy.simulator.answer;

import io.mapwright.deploy.simulator.answer.FactSheet.Entry;
import io.mapwright.deploy.simulator.answer.FactSheet.Line;
import io.mapwright.deploy.simulator.answer.Relation.Pair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known in one language, and what to say about everything else. */
final class Knowledge {

    private static final List<String> FIELDS = List.of("subjects", "science", "humanities");

    private final Language language;
    private final List<Subject> subjects;
    private final List<Subject> templates;
    private final List<Comparison> comparisons;
    private final List<Relation> relations;
    private final List<Entry> tools;
    private final List<String> ideas;

    Knowledge(Language language) {
        this.language = language;
        this.subjects = FIELDS.stream()
                .flatMap(field -> FactSheet.read(field, language).stream())
                .map(Knowledge::subject)
                .toList();
        this.templates = FactSheet.read("generic", language).stream()
                .map(Knowledge::subject)
                .toList();
        this.comparisons = FactSheet.read("comparisons", language).stream()
                .map(Knowledge::comparison)
                .toList();
        this.relations = FactSheet.read("relations", language).stream()
                .map(Knowledge::relation)
                .toList();
        this.tools = FactSheet.read("tools", language);
        this.ideas = FactSheet.read("ideas", language).getFirst().values("idea");
    }

    Language language() {
        return language;
    }

    /** What is known about the text's topic, called as the user calls it, with a template where nothing is known. */
    Subject subject(String text, long variety) {
        String topic = TopicPhrase.of(text);
        Subject template = generic(topic, variety);
        return known(text)
                .map(known -> named(known, topic).completedBy(template))
                .orElse(template);
    }

    /** The subject that the text names, the longest name winning. */
    Optional<Subject> known(String text) {
        return subjects.stream()
                .filter(subject -> Words.longest(subject.names(), text) > 0)
                .max(Comparator.comparingInt(subject -> Words.longest(subject.names(), text)));
    }

    Comparison comparison(String text, long variety) {
        Optional<List<String>> pair = TopicPhrase.pair(text);
        for (Comparison comparison : comparisons) {
            int left = Words.position(comparison.left(), text);
            int right = Words.position(comparison.right(), text);
            if (left >= 0 && right >= 0 && left != right) {
                return called(left < right ? comparison : comparison.swapped(), pair);
            }
        }
        List<String> names = pair.orElseGet(() -> List.of(TopicPhrase.of(text), counterpart()));
        return unknown(names.get(0), names.get(1), variety);
    }

    /** The relation of the pairs in a text, or one that fits its words, or one picked by the variety. */
    Relation relation(String text, long variety) {
        return relations.stream()
                .filter(relation -> hits(relation, text) > 0)
                .max(Comparator.comparingInt(relation -> hits(relation, text)))
                .orElseGet(() -> relations.get(Math.floorMod(variety, relations.size())));
    }

    List<Relation> relations() {
        return relations;
    }

    List<Subject.Group> tool(String name, String topic) {
        return tools.stream()
                .filter(entry -> entry.title().equals(name))
                .findFirst()
                .map(entry -> entry.groups("group").stream()
                        .map(group -> group.map(fill(topic)))
                        .toList())
                .orElse(List.of());
    }

    List<String> ideas(String topic) {
        return ideas.stream().map(fill(topic)).toList();
    }

    /** A template whose cue words stand in the topic, else one of those that need no cue. */
    private Subject generic(String topic, long variety) {
        Subject template = templates.stream()
                .filter(candidate -> Words.longest(cues(candidate), topic) > 0)
                .findFirst()
                .orElseGet(() -> {
                    List<Subject> plain =
                            templates.stream().filter(t -> cues(t).isEmpty()).toList();
                    return plain.get(Math.floorMod(variety >> 7, plain.size()));
                });
        return template.map(List.of(topic), fill(topic));
    }

    private static List<String> cues(Subject template) {
        return template.names().subList(1, template.names().size());
    }

    private static Subject named(Subject subject, String topic) {
        return subject.map(List.of(topic), UnaryOperator.identity());
    }

    private static UnaryOperator<String> fill(String topic) {
        return text -> text.replace("{t}", topic);
    }

    private String counterpart() {
        return language == Language.ZH ? "相似的事物" : "a similar thing";
    }

    private static Comparison called(Comparison comparison, Optional<List<String>> names) {
        return names.map(pair -> new Comparison(
                        List.of(pair.get(0)),
                        List.of(pair.get(1)),
                        comparison.both(),
                        comparison.leftOnly(),
                        comparison.rightOnly()))
                .orElse(comparison);
    }

    private Comparison unknown(String left, String right, long variety) {
        Subject one = known(left).map(s -> named(s, left)).orElseGet(() -> generic(left, variety));
        Subject other = known(right).map(s -> named(s, right)).orElseGet(() -> generic(right, variety + 128));
        Comparison frame = comparisons.getFirst();
        boolean bothKnown = known(left).isPresent() && known(right).isPresent();
        return new Comparison(
                List.of(left),
                List.of(right),
                frame.both(),
                bothKnown ? one.attributes() : map(frame.leftOnly(), left),
                bothKnown ? other.attributes() : map(frame.rightOnly(), right));
    }

    private static List<String> map(List<String> texts, String name) {
        return texts.stream().map(fill(name)).toList();
    }

    private static int hits(Relation relation, String text) {
        int hits = Words.longest(relation.names(), text) > 0 ? 1 : 0;
        for (Pair pair : relation.pairs()) {
            hits += Words.position(List.of(pair.left()), text) >= 0 ? 1 : 0;
            hits += Words.position(List.of(pair.right()), text) >= 0 ? 1 : 0;
        }
        return hits;
    }

    private static Subject subject(Entry entry) {
        return new Subject(
                FactSheet.names(entry.title()),
                entry.values("about"),
                entry.values("is"),
                entry.groups("group"),
                entry.groups("part"),
                entry.groups("step"),
                entry.values("causes"),
                entry.values("effects"),
                entry.values("dimensions"));
    }

    private static Comparison comparison(Entry entry) {
        List<String> sides = FactSheet.split(entry.title(), "~");
        return new Comparison(
                FactSheet.names(sides.get(0)),
                FactSheet.names(sides.get(1)),
                entry.values("both"),
                entry.values("left"),
                entry.values("right"));
    }

    private static Relation relation(Entry entry) {
        List<Pair> pairs = new ArrayList<>();
        for (Line line : entry.lines()) {
            for (String value : line.values()) {
                List<String> sides = FactSheet.split(value, ">");
                pairs.add(new Pair(sides.get(0), sides.get(1)));
            }
        }
        return new Relation(FactSheet.names(entry.title()), pairs);
    }
}
