package io.mapwright.deploy.simulator.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the answers that are not maps: the map type, the topic, ideas, intents. */
final class TaskScribe {

    private static final Pattern WANTED = Pattern.compile(
            "(\\d{1,3})\\s*(?:[\\p{L}-]+\\s+){0,3}?(?:lines?|ideas?|items?|nodes?" + "|行|个|条|点)",
            Pattern.CASE_INSENSITIVE);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Knowledge knowledge;
    private final Classifier classifier = new Classifier();
    private final IntentReader intents = new IntentReader();
    private final SkeletonFiller skeletons = new SkeletonFiller();

    TaskScribe(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    String classification(Brief brief) {
        return NODES.objectNode()
                .put("diagram_type", classifier.classify(brief.text()))
                .toString();
    }

    String topic(Brief brief) {
        return NODES.objectNode().put("topic", TopicPhrase.of(brief.text())).toString();
    }

    String voiceIntent(Brief brief) {
        return intents.intent(brief.text()).toString();
    }

    String suggestions(Brief brief) {
        ObjectNode answer = NODES.objectNode();
        ArrayNode list = answer.putArray("suggestions");
        List<String> ideas = ideas(brief);
        for (int i = 0; i < 5; i++) {
            list.addObject().put("text", ideas.get(i)).put("confidence", Math.round(95 - 7.0 * i) / 100.0);
        }
        return answer.toString();
    }

    String palette(Brief brief) {
        Matcher wanted = WANTED.matcher(brief.instructions());
        int count = wanted.find() ? Math.clamp(Integer.parseInt(wanted.group(1)), 1, 60) : 15;
        long bars =
                brief.instructions().lines().mapToLong(TaskScribe::bars).max().orElse(0);
        List<String> lines = bars == 0 ? ideas(brief) : pairs(brief, bars >= 2);
        return String.join("\n", lines.subList(0, Math.min(count, lines.size())));
    }

    String otherJson(Brief brief) {
        return skeletons.fill(brief.instructions(), TopicPhrase.of(brief.text()), ideas(brief));
    }

    private static long bars(String line) {
        return line.chars().filter(c -> c == '|' || c == '｜').count();
    }

    private List<String> ideas(Brief brief) {
        Subject subject = knowledge.subject(brief.text(), brief.variety());
        Set<String> all = new LinkedHashSet<>(subject.phrases());
        all.addAll(knowledge.ideas(TopicPhrase.of(brief.text())));
        all.removeIf(idea -> brief.instructions().contains("\n" + idea + "\n"));
        return shuffled(all, brief);
    }

    private List<String> pairs(Brief brief, boolean withDimension) {
        Set<String> lines = new LinkedHashSet<>();
        Comparison comparison = knowledge.comparison(brief.text(), brief.variety());
        List<String> dimensions =
                knowledge.subject(brief.text(), brief.variety()).dimensions();
        if (withDimension) {
            List<String> ideas = knowledge.ideas("");
            for (int i = 0; i < comparison.leftOnly().size(); i++) {
                lines.add(comparison.leftOnly().get(i) + " | "
                        + comparison.rightOnly().get(i % comparison.rightOnly().size()) + " | "
                        + dimensions.get(i % dimensions.size()));
            }
            for (int i = 0; i + 1 < ideas.size(); i += 2) {
                lines.add(comparison.left().getFirst() + ": " + ideas.get(i) + " | "
                        + comparison.right().getFirst() + ": " + ideas.get(i + 1) + " | "
                        + dimensions.get(i % dimensions.size()));
            }
        } else {
            knowledge
                    .relation(brief.text(), brief.variety())
                    .pairs()
                    .forEach(pair -> lines.add(pair.left() + " | " + pair.right()));
            knowledge
                    .relations()
                    .forEach(relation ->
                            relation.pairs().forEach(pair -> lines.add(pair.left() + " | " + pair.right())));
            return new ArrayList<>(lines);
        }
        return shuffled(lines, brief);
    }

    private static List<String> shuffled(Set<String> lines, Brief brief) {
        List<String> list = new ArrayList<>(lines);
        Collections.shuffle(list, new Random(brief.variety()));
        return list;
    }
}
