package io.mapwright.deploy.simulator.answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class KnowledgeTest {

    @ParameterizedTest
    @CsvSource({
        "ZH,讲讲丝绸之路的历史,骆驼商队",
        "ZH,细胞是怎样分裂的,线粒体",
        "ZH,请画一张关于热带雨林的圆圈图,亚马孙",
        "ZH,西游记的人物,猪八戒",
        "ZH,火山为什么会喷发,岩浆",
        "EN,Why did the French Revolution happen,Bastille",
        "EN,draw a mind map about volcanoes,magma",
        "EN,the digestive system,stomach",
        "EN,how do fractions work,denominator",
        "EN,Shakespeare's life,sonnets"
    })
    void knowsTheTopicsOfASchool(Language language, String text, String fact) {
        assertThat(new Knowledge(language).subject(text, 1).about()).contains(fact);
    }

    @ParameterizedTest
    @CsvSource({"ZH,我爷爷的旧手表", "EN,my grandfather's old watch"})
    void speaksOfAnUnknownTopicInItsOwnWords(Language language, String text) {
        Subject subject = new Knowledge(language).subject(text, 1);

        assertThat(subject.names()).containsExactly(text);
        assertThat(String.join(" ", subject.phrases())).contains(text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isCompleteEnoughForEveryMap(Language language) {
        Knowledge knowledge = new Knowledge(language);
        for (String field : List.of("subjects", "science", "humanities")) {
            for (FactSheet.Entry entry : FactSheet.read(field, language)) {
                String name = FactSheet.names(entry.title()).getFirst();
                Subject subject = knowledge.subject(name, 3);

                assertThat(entry.values("about")).as(name).hasSizeBetween(6, 9);
                assertThat(entry.values("is")).as(name).hasSizeBetween(6, 9);
                assertThat(subject.groups()).as(name).hasSizeGreaterThan(3);
                assertThat(subject.steps()).as(name).hasSizeGreaterThan(3);
                assertThat(subject.parts()).as(name).isNotEmpty();
                assertThat(subject.causes()).as(name).hasSizeGreaterThan(3);
                assertThat(subject.effects()).as(name).hasSizeGreaterThan(3);
                assertThat(subject.dimensions()).as(name).hasSizeGreaterThan(3);
            }
        }
    }

    @Test
    void callsNoTwoSubjectsByTheSameName() {
        for (Language language : Language.values()) {
            List<String> names = List.of("subjects", "science", "humanities").stream()
                    .flatMap(field -> FactSheet.read(field, language).stream())
                    .flatMap(entry -> FactSheet.names(entry.title()).stream())
                    .toList();

            assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(35);
        }
    }
}
