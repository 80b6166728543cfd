package io.mapwright.deploy.simulator.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which map a user wants: the one that is named, else the one whose job the words describe, else a mind map. */
final class Classifier {

    private static final Map<Pattern, String> NAMED = new LinkedHashMap<>();
    private static final Map<Pattern, String> JOBS = new LinkedHashMap<>();

    static {
        named("double_bubble_map", "double[- ]bubble|双气泡");
        named("multi_flow_map", "multi[- ]flow|复流程|因果图");
        named("bubble_map", "(?<!double[- ])bubble map|(?<!双)气泡图");
        named("circle_map", "circle map|圆圈图");
        named("tree_map", "tree (?:map|diagram)|树[形状]图");
        named("brace_map", "brace map|括号图");
        named("flow_map", "(?<!multi[- ])flow ?(?:map|chart)|(?<!复)流程图");
        named("bridge_map", "bridge map|桥[形型]图");
        named("concept_map", "concept map|概念图");
        named("factor_analysis", "factor analysis|因素分析");
        named("three_position_analysis", "three[- ]position|三方立场|三方分析");
        named("perspective_analysis", "perspective analysis|视角分析|换角度");
        named("goal_analysis", "goal analysis|目标分析");
        named("possibility_analysis", "possibility analysis|可能性分析");
        named("result_analysis", "result analysis|结果分析");
        named("five_w_one_h", "5w1h|六何");
        named("whwm_analysis", "whwm");
        named("four_quadrant", "four[- ]quadrant|四象限");
        named("mind_map", "mind ?map|思维导图|脑图");
        job("double_bubble_map", "\\bcompare|\\bcontrast|\\bversus\\b|\\bvs\\b|difference|similarit|比较|对比|异同|区别|差异");
        job("bridge_map", "analog|\\bis to\\b|类比|之于|相当于");
        job("multi_flow_map", "cause|effect|consequence|impact|\\bwhy\\b|reasons?\\b|原因|影响|后果|因果|为什么|导致");
        job("flow_map", "process|steps?\\b|procedure|how to\\b|sequence|stages|life ?cycle|过程|步骤|流程|怎么做|如何|阶段|顺序");
        job("brace_map", "parts? of|components?|structure|composed|consists?|组成|结构|部分|构成|拆解");
        job("tree_map", "classif|categor|types? of|kinds? of|taxonomy|分类|种类|类型|类别");
        job("bubble_map", "describe|adjectives?|characteristics|traits|attributes|qualities|描述|特征|特点|特性|形容");
        job("circle_map", "define|definition|brainstorm|meaning|what is\\b|定义|头脑风暴|联想|什么是|含义");
        job("concept_map", "relationships? (?:between|among)|concepts?\\b|how .* relate|概念|关系|联系");
    }

    String classify(String text) {
        String meaning = text.strip();
        if (meaning.codePointCount(0, meaning.length()) < 2
                || !meaning.codePoints().anyMatch(Character::isLetter)) {
            return "unclear";
        }
        return named(meaning).or(() -> first(JOBS, meaning)).orElse("mind_map");
    }

    /** The map named first: in "a mind map about double bubble maps" the mind map is wanted, the other is the subject. */
    private static Optional<String> named(String text) {
        boolean namedLast = Language.of(text) == Language.ZH;
        int best = 0;
        String type = null;
        for (Map.Entry<Pattern, String> entry : NAMED.entrySet()) {
            Matcher matcher = entry.getKey().matcher(text);
            int at = namedLast ? last(matcher) : matcher.find() ? matcher.start() : -1;
            boolean better = type == null || (namedLast ? at > best : at < best);
            if (at >= 0 && better) {
                best = at;
                type = entry.getValue();
            }
        }
        return Optional.ofNullable(type);
    }

    /** Where the last match starts; -1 when there is none. In Chinese the map wanted is named last. */
    private static int last(Matcher matcher) {
        int at = -1;
        while (matcher.find()) {
            at = matcher.start();
        }
        return at;
    }

    private static Optional<String> first(Map<Pattern, String> patterns, String text) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void named(String type, String words) {
        NAMED.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE), type);
    }

    private static void job(String type, String words) {
        JOBS.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE), type);
    }
}
