package io.mapwright.diagram.classification;

import io.mapwright.diagram.specification.DiagramType;

import java.util.List;
import java.util.regex.Pattern;

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
import static io.mapwright.diagram.specification.DiagramType.MULTI_FLOW_MAP;
import static io.mapwright.diagram.specification.DiagramType.POSSIBILITY_ANALYSIS;
import static io.mapwright.diagram.specification.DiagramType.RESULT_ANALYSIS;
import static io.mapwright.diagram.specification.DiagramType.TREE_MAP;

/**
 * Words that say what somebody wants to do with a subject, and the diagram made for it.
 *
 * @param type the diagram
 * @param certain words that leave no doubt, unless they fit another diagram as well
 * @param likely words that make it the best guess
 */
record Intent(DiagramType type, Pattern certain, Pattern likely) {

    /** In the order in which they win as guesses. */
    static final List<Intent> ALL = List.of(
            of(
                    DOUBLE_BUBBLE_MAP,
                    "(?:比较|对比).+[和与跟同、及].+|[^，。]+[和与跟].+的?(?:区别|异同|不同点?|差异|相同点)"
                            + "|\\bcompar(?:e|ing)\\b.+\\b(?:and|with|to|vs|versus)\\b|\\bcontrast\\b|\\b(?:vs|versus)\\b"
                            + "|\\b(?:differences?|similarities|comparison)\\b.*\\bbetween\\b.+\\band\\b",
                    "比较|对比|区别|异同|\\bcompar|\\bdifferences?\\b"),
            of(FIVE_W_ONE_H, "何人.*何时|\\bwho,? what,? when\\b", "六要素"),
            of(
                    FOUR_QUADRANT,
                    "四个象限|\\b(?:urgent|important)\\b.*\\b(?:important|urgent)\\b.*\\b(?:matrix|quadrant)",
                    "紧急.*重要|重要.*紧急"),
            of(POSSIBILITY_ANALYSIS, "利弊|\\bpros and cons\\b", "可能性|\\boptions for\\b"),
            of(RESULT_ANALYSIS, "短期.*长期|\\bshort[- ](?:and|term).*long[- ]term\\b", "\\bconsequences of\\b"),
            of(FACTOR_ANALYSIS, "因素|\\bfactors (?:that|affecting|influencing|behind|in)\\b", "\\bfactors\\b"),
            of(
                    MULTI_FLOW_MAP,
                    "(?:原因|起因).*(?:结果|影响|后果)|因果|\\bcauses? (?:and|&) (?:effects?|consequences|results)\\b",
                    "原因|影响|后果|为什么|\\bcauses? of\\b|\\beffects? of\\b|^why\\b"),
            of(
                    FLOW_MAP,
                    "(?:过程|流程|步骤|生命周期)[。！？!?\\s]*$|\\b(?:process|steps?|stages?|procedure|life ?cycle|sequence|workflow)"
                            + " (?:of|in|to|for|by which)\\b|\\bstep[- ]by[- ]step\\b",
                    "过程|流程|步骤|如何|怎[么样]做|\\bhow (?:to|do|does|is|are)\\b|\\bprocess\\b"),
            of(TREE_MAP, "分类|种类|类型|类别|\\b(?:classif(?:y|ication)|types|kinds|categories)\\b", "有哪些|\\bsort\\b"),
            of(
                    BRACE_MAP,
                    "组成部分|的(?:组成|构成|构造)|由(?:什么|哪些).*组成|\\b(?:parts|components|anatomy|make-?up|structure) of\\b",
                    "结构|组成|部分"),
            of(BRIDGE_MAP, "类比|\\banalog(?:y|ies)\\b", "\\bis to\\b.+\\bas\\b"),
            of(
                    CONCEPT_MAP,
                    "概念.*(?:关系|联系)|\\brelationships? (?:among|between)\\b.*\\bconcepts\\b",
                    "联系|\\bhow .+ relates? to\\b"),
            of(
                    BUBBLE_MAP,
                    "(?:特点|特征|特性)[。！？!?\\s]*$|形容|^描述"
                            + "|^describe\\b|\\b(?:adjectives|characteristics|qualities|traits|features) (?:of|for|that)\\b",
                    "特点|特征|特性|性质|\\bwhat .+ (?:is|are) like\\b"),
            of(
                    CIRCLE_MAP,
                    "的定义|定义一下|头脑风暴|联想|^(?:define|brainstorm)\\b|\\bdefinition of\\b",
                    "什么是|是什么|^what (?:is|are)\\b"));

    private static Intent of(DiagramType type, String certain, String likely) {
        return new Intent(type, compile(certain), compile(likely));
    }

    private static Pattern compile(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
