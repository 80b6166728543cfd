package io.mapwright.diagram.classification;

import io.mapwright.diagram.specification.DiagramType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeywordsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Compare frogs and toads                                  | DOUBLE_BUBBLE_MAP
            解释光合作用的过程                                         | FLOW_MAP
            a mind map about double bubble maps                      | MIND_MAP
            Draw a mind map about how to compare cats and dogs       | MIND_MAP
            画一张关于双气泡图的思维导图                                 | MIND_MAP
            关于双气泡图的思维导图                                      | MIND_MAP
            用思维导图介绍双气泡图                                      | MIND_MAP
            画一个复流程图，分析酸雨                                    | MULTI_FLOW_MAP
            画一个流程图                                              | FLOW_MAP
            光合作用双气泡图                                           | DOUBLE_BUBBLE_MAP
            Explain the water cycle with a flow chart                | FLOW_MAP
            Compare mind maps and concept maps                       | DOUBLE_BUBBLE_MAP
            比较思维导图和概念图                                        | DOUBLE_BUBBLE_MAP
            青蛙和蟾蜍的区别                                           | DOUBLE_BUBBLE_MAP
            cats vs dogs                                             | DOUBLE_BUBBLE_MAP
            酸雨的原因和影响                                           | MULTI_FLOW_MAP
            causes and effects of World War I                        | MULTI_FLOW_MAP
            动物的分类                                                | TREE_MAP
            Types of energy                                          | TREE_MAP
            细胞的组成部分                                             | BRACE_MAP
            parts of a flower                                        | BRACE_MAP
            describe the ocean                                       | BUBBLE_MAP
            Define democracy                                         | CIRCLE_MAP
            做一个5W1H分析：南京大屠杀                                  | FIVE_W_ONE_H
            should we wear uniforms? pros and cons                   | POSSIBILITY_ANALYSIS
            用四象限分析我的时间                                        | FOUR_QUADRANT
            factors affecting plant growth                           | FACTOR_ANALYSIS
            """)
    void isCertainWhereTheWordsAre(String text, DiagramType type) {
        assertThat(Keywords.of(text)).isEqualTo(new Verdict.Certain(type));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            什么是双气泡图                             | CIRCLE_MAP
            How do plants make food                   | FLOW_MAP
            Why did Rome fall                         | MULTI_FLOW_MAP
            比较光合作用和呼吸作用的过程                  | DOUBLE_BUBBLE_MAP
            """)
    void guessesWhereTheWordsLeaveDoubt(String text, DiagramType type) {
        assertThat(Keywords.of(text)).isEqualTo(new Verdict.Likely(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photosynthesis", "光合作用", "The French Revolution", "hello there"})
    void saysNothingWhereTheWordsDoNot(String text) {
        assertThat(Keywords.of(text)).isEqualTo(new Verdict.Open());
    }

    @Test
    void isNotCertainOfALongText() {
        var text = "The process of learning is described here. ".repeat(10);

        assertThat(Keywords.of(text)).isInstanceOf(Verdict.Likely.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "a", "  1 2 3 !!", "。"})
    void findsNoSubjectInTooFewLetters(String text) {
        assertThat(Keywords.saysNothing(text)).isTrue();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Compare frogs and toads                          | frogs and toads
            解释光合作用的过程                                 | 光合作用的过程
            Draw a mind map about the French Revolution      | the French Revolution
            Please create a bubble map of the ocean.         | the ocean
            请帮我画一张关于春天的思维导图                        | 春天
            光合作用思维导图                                   | 光合作用
            比较青蛙和蟾蜍的区别                                | 青蛙和蟾蜍
            用思维导图介绍双气泡图                              | 双气泡图
            photosynthesis                                   | photosynthesis
            """)
    void takesTheRequestAwayFromTheSubject(String text, String subject) {
        assertThat(Subject.of(text)).isEqualTo(subject);
    }
}
