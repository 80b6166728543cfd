package io.mapwright.diagram.classification;

import io.mapwright.diagram.specification.DiagramType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static io.mapwright.diagram.specification.DiagramType.BRACE_MAP;
import static io.mapwright.diagram.specification.DiagramType.BRIDGE_MAP;
import static io.mapwright.diagram.specification.DiagramType.BUBBLE_MAP;
import static io.mapwright.diagram.specification.DiagramType.CIRCLE_MAP;
import static io.mapwright.diagram.specification.DiagramType.CONCEPT_MAP;
import static io.mapwright.diagram.specification.DiagramType.DOUBLE_BUBBLE_MAP;
import static io.mapwright.diagram.specification.DiagramType.FACTOR_ANALYSIS;
import static io.mapwright.diagram.specification.DiagramType.FIVE_W_ONE_H;
import static io.mapwright.diagram.specification.DiagramType.FLOW_MAP;
import static io.mapwright.diagram.specification.DiagramType.FOUR_QUADRANT;
import static io.mapwright.diagram.specification.DiagramType.GOAL_ANALYSIS;
import static io.mapwright.diagram.specification.DiagramType.MIND_MAP;
import static io.mapwright.diagram.specification.DiagramType.MULTI_FLOW_MAP;
import static io.mapwright.diagram.specification.DiagramType.PERSPECTIVE_ANALYSIS;
import static io.mapwright.diagram.specification.DiagramType.POSSIBILITY_ANALYSIS;
import static io.mapwright.diagram.specification.DiagramType.RESULT_ANALYSIS;
import static io.mapwright.diagram.specification.DiagramType.THREE_POSITION_ANALYSIS;
import static io.mapwright.diagram.specification.DiagramType.TREE_MAP;
import static io.mapwright.diagram.specification.DiagramType.WHWM_ANALYSIS;

/** The names of the diagrams as people write them, and where they stand in a text. */
final class MapNames {

    private static final Map<DiagramType, String> NAMES = names();

    /** One alternative per type; longer names first, so that a double bubble map is no bubble map. */
    private static final Pattern ANY = Pattern.compile(
            NAMES.entrySet().stream()
                    .map(name -> "(?<" + group(name.getKey()) + ">" + name.getValue() + ")")
                    .collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE);

    private MapNames() {}

    /** A name in a text, from {@code start} up to but not including {@code end}. */
    record Mention(DiagramType type, int start, int end) {}

    static List<Mention> in(String text) {
        var mentions = new ArrayList<Mention>();
        var matcher = ANY.matcher(text);
        while (matcher.find()) {
            NAMES.keySet().stream()
                    .filter(type -> matcher.group(group(type)) != null)
                    .findFirst()
                    .ifPresent(type -> mentions.add(new Mention(type, matcher.start(), matcher.end())));
        }
        return mentions;
    }

    private static String group(DiagramType type) {
        return type.name().replace("_", "");
    }

    private static Map<DiagramType, String> names() {
        var names = new LinkedHashMap<DiagramType, String>();
        names.put(DOUBLE_BUBBLE_MAP, "双重?气?泡图|double[ -]?bubble[ -]?(?:maps?|diagrams?|charts?)|venn diagrams?|韦恩图");
        names.put(BUBBLE_MAP, "气泡图|泡泡图|bubble[ -]?(?:maps?|diagrams?|charts?)");
        names.put(CIRCLE_MAP, "圆圈图|圆形图|circle[ -]?(?:maps?|diagrams?)");
        names.put(TREE_MAP, "树[形状型]图|tree[ -]?(?:maps?|diagrams?|charts?)");
        names.put(BRACE_MAP, "括[号弧]图|brace[ -]?(?:maps?|diagrams?)");
        names.put(
                MULTI_FLOW_MAP,
                "复式?流程图|多重流程图|因果图|multi[ -]?flow[ -]?(?:maps?|charts?|diagrams?)|cause[ -]and[ -]effect (?:maps?|diagrams?)");
        names.put(FLOW_MAP, "流程图|flow[ -]?(?:maps?|charts?|diagrams?)");
        names.put(BRIDGE_MAP, "桥[形型]图|类比图|bridge[ -]?(?:maps?|diagrams?)");
        names.put(MIND_MAP, "思维导图|心智图|脑图|mind[ -]?maps?");
        names.put(CONCEPT_MAP, "概念图|concept[ -]?(?:maps?|diagrams?)");
        names.put(FACTOR_ANALYSIS, "因素分析图?|factor analysis");
        names.put(THREE_POSITION_ANALYSIS, "三[方个]?立场分析图?|三方视角分析图?|three[ -]positions? analysis");
        names.put(PERSPECTIVE_ANALYSIS, "视角分析图?|perspectives? analysis");
        names.put(GOAL_ANALYSIS, "目标分析图?|goal analysis");
        names.put(POSSIBILITY_ANALYSIS, "可能性分析图?|possibilit(?:y|ies) analysis");
        names.put(RESULT_ANALYSIS, "[结后]果分析图?|results? analysis");
        names.put(FIVE_W_ONE_H, "六何分析法?图?|5w1h(?:分析法?图?| analysis| map)?|five w(?:'?s)? (?:and )?one h");
        names.put(WHWM_ANALYSIS, "whwm(?:分析法?图?| analysis| plan)?");
        names.put(FOUR_QUADRANT, "四象限(?:分析)?法?图?|four[ -]quadrants?(?: analysis| matrix| map)?");
        return names;
    }
}
