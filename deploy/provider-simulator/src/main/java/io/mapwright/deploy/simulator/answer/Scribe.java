package io.mapwright.deploy.simulator.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes the answer to a brief. */
final class Scribe {

    private final Map<Language, Knowledge> knowledge = new EnumMap<>(Language.class);
    private final Map<Language, MapScribe> maps = new EnumMap<>(Language.class);
    private final Map<Language, TaskScribe> tasks = new EnumMap<>(Language.class);

    Scribe() {
        for (Language language : Language.values()) {
            Knowledge known = new Knowledge(language);
            knowledge.put(language, known);
            maps.put(language, new MapScribe(known));
            tasks.put(language, new TaskScribe(known));
        }
    }

    String write(Brief brief) {
        MapScribe map = maps.get(brief.language());
        TaskScribe task = tasks.get(brief.language());
        return switch (brief.kind()) {
            case CIRCLE_MAP -> map.circle(brief);
            case BUBBLE_MAP -> map.bubble(brief);
            case DOUBLE_BUBBLE_MAP -> map.doubleBubble(brief);
            case TREE_MAP -> map.tree(brief);
            case BRACE_MAP -> map.brace(brief);
            case FLOW_MAP -> map.flow(brief);
            case MULTI_FLOW_MAP -> map.multiFlow(brief);
            case BRIDGE_MAP -> map.bridge(brief);
            case MIND_MAP -> map.mind(brief);
            case CONCEPT_MAP -> map.concept(brief);
            case THINKING_TOOL -> map.tool(brief);
            case CLASSIFICATION -> task.classification(brief);
            case TOPIC -> task.topic(brief);
            case VOICE_INTENT -> task.voiceIntent(brief);
            case SUGGESTIONS -> task.suggestions(brief);
            case PALETTE -> task.palette(brief);
            case OTHER_JSON -> task.otherJson(brief);
            case CONVERSATION -> conversation(brief);
        };
    }

    String thoughts(Brief brief) {
        String topic = TopicPhrase.of(brief.text());
        return brief.language() == Language.ZH
                ? "用户想了解“" + topic + "”。先确定要点，再按要求的格式组织内容。"
                : "The user asks about \"" + topic
                        + "\". First find the main points, then put them in the form asked for.";
    }

    String conversation(Brief brief) {
        Knowledge known = knowledge.get(brief.language());
        Subject subject = known.subject(brief.text(), brief.variety());
        String topic = subject.names().getFirst();
        List<String> attributes = subject.attributes();
        StringBuilder out = new StringBuilder();
        if (brief.language() == Language.ZH) {
            out.append("说到“").append(topic).append("”，可以从以下几个方面来看。");
            subject.groups()
                    .forEach(group -> out.append(group.name())
                            .append("：")
                            .append(String.join("、", group.items()))
                            .append("。"));
            out.append("它的特点是").append(String.join("、", first(attributes, 4))).append("。需要我把它画成思维图吗？");
        } else {
            out.append("Here is a short look at ").append(topic).append(". ");
            subject.groups()
                    .forEach(group -> out.append(group.name())
                            .append(": ")
                            .append(String.join(", ", group.items()))
                            .append(". "));
            out.append("It can be called ")
                    .append(String.join(", ", first(attributes, 4)))
                    .append(". Shall I draw a map of it?");
        }
        return out.toString();
    }

    private static List<String> first(List<String> list, int count) {
        return list.subList(0, Math.min(count, list.size()));
    }
}
