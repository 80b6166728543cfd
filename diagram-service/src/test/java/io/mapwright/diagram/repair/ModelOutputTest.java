package io.mapwright.diagram.repair;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.specification.AnySpecification;
import io.mapwright.diagram.specification.Reading;
import io.mapwright.diagram.specification.Specification;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ModelOutputTest {

    @Property(tries = 1500)
    void keepsEveryDiagramThroughAnyDamage(
            @ForAll("specifications") Specification specification, @ForAll("damage") Damage damage) {
        var damaged = damage.to(specification.toJson().toString());

        assertThat(ModelOutput.read(damaged)).isInstanceOfSatisfying(ModelOutput.Structured.class, output -> {
            assertThat(output.truncated()).isFalse();
            assertThat(Reading.of(specification.type(), output.json()))
                    .isEqualTo(new Reading.Accepted(specification, List.of()));
        });
    }

    @Property(tries = 500)
    void keepsEveryDiagramThroughTwoDamages(
            @ForAll("specifications") Specification specification,
            @ForAll("ofTheJson") Damage inner,
            @ForAll("wrapping") Damage outer) {
        var damaged = outer.to(inner.to(specification.toJson().toString()));

        assertThat(ModelOutput.read(damaged))
                .isInstanceOfSatisfying(
                        ModelOutput.Structured.class,
                        output -> assertThat(Reading.of(specification.type(), output.json()))
                                .isEqualTo(new Reading.Accepted(specification, List.of())));
    }

    @Property(tries = 1000)
    void recoversOnlyWhatWasThereFromATruncatedAnswer(
            @ForAll("specifications") Specification specification, @ForAll int somewhere) {
        var whole = specification.toJson();
        var text = whole.toString();
        int secondMember = text.indexOf("\":") + 2;
        int cut = secondMember + Math.floorMod(somewhere, text.length() - secondMember);

        assertThat(ModelOutput.read(text.substring(0, cut)))
                .isInstanceOfSatisfying(ModelOutput.Structured.class, output -> {
                    assertThat(output.truncated()).isTrue();
                    assertThat(isPartOf(output.json(), whole)).isTrue();
                });
    }

    @Property(tries = 2000)
    void takesAnyTextWithoutThrowing(@ForAll("garbage") String text) {
        assertThat(ModelOutput.read(text)).isNotNull();
    }

    @Property(tries = 1000)
    void takesAnyMutilatedDiagramWithoutThrowing(
            @ForAll("specifications") Specification specification, @ForAll("garbage") String noise, @ForAll int where) {
        var text = specification.toJson().toString();
        int at = Math.floorMod(where, text.length());
        var output = ModelOutput.read(text.substring(0, at) + noise + text.substring(at));

        if (output instanceof ModelOutput.Structured structured) {
            assertThat(Reading.of(specification.type(), structured.json())).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{\"a\":",
                "{\"a\":[",
                "\u201C",
                "{\u201C",
                "{\u201Ca",
                "{/*",
                "/*",
                "//",
                "{\"",
                "\\",
                "\"\\",
                "{ ",
                "{\"a\" ",
                "<think>",
                "{'",
                "\"a\":{}",
                "{\"a\":1},",
                "}",
                "]",
                "{\"a\":\"b",
                "{\"a\":\"b\u201D ",
                "{\"a\":\" \" x",
                "\u3000",
                "1",
                "-"
            })
    void readsAMegabyteOfAnythingInTime(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(ModelOutput.read(text)).isNotNull());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a":"he said "hi" to me","b":1}    | {"a":"he said \\"hi\\" to me","b":1}
            {"a":"他说“你好”","b":[1,]}           | {"a":"他说“你好”","b":[1]}
            {“a”：“b”，“c”：true}                  | {"a":"b","c":true}
            {"a":1,"a":2}                       | {"a":2}
            {"a":[1,2],"a":[]}                  | {"a":[1,2]}
            {"a":None,"b":Yes}                  | {"a":null,"b":"Yes"}
            {"a":,"b":2}                        | {"b":2}
            {"a":[1,2}                          | {"a":[1,2]}
            [{"a":1}]                           | {"a":1}
            {"a":"\\u5149\\q\\/"}                | {"a":"光q/"}
            {}                                  | {}
            """)
    void readsWhatWasMeant(String answer, String meant) {
        assertThat(ModelOutput.read(answer))
                .isInstanceOfSatisfying(
                        ModelOutput.Structured.class,
                        output -> assertThat(output.json()).hasToString(meant.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "I cannot draw that.",
                "{not json}",
                "a set {1, 2, 3}",
                "[1, 2]",
                "{\"key without a colon\"}"
            })
    void callsProseProse(String answer) {
        assertThat(ModelOutput.read(answer)).isEqualTo(new ModelOutput.Prose());
    }

    @Test
    void leavesOutAWordThatWasCutInTheMiddle() {
        assertThat(ModelOutput.read("{\"topic\":\"Frogs\",\"context\":[\"green\",\"amphib"))
                .isEqualTo(new ModelOutput.Structured(
                        JsonObject.empty().with("topic", "Frogs").with("context", Json.texts(List.of("green"))), true));
    }

    @Provide
    Arbitrary<Specification> specifications() {
        return AnySpecification.ofAnyType();
    }

    @Provide
    Arbitrary<Damage> damage() {
        return Arbitraries.of(Damage.class);
    }

    @Provide
    Arbitrary<Damage> wrapping() {
        return Arbitraries.of(Damage.class).filter(Damage::isAround);
    }

    @Provide
    Arbitrary<Damage> ofTheJson() {
        return Arbitraries.of(Damage.class).filter(damage -> !damage.isAround());
    }

    @Provide
    Arbitrary<String> garbage() {
        var marks = Arbitraries.of(
                "{", "}", "[", "]", "\"", "\u201C", "\u201D", ":", ",", "/", "*", "\\", "\n", "\\u", "a", "1", "null",
                "光");
        return marks.list().ofMaxSize(300).map(list -> String.join("", list));
    }

    private static boolean isPartOf(Json part, Json whole) {
        if (part instanceof JsonObject some && whole instanceof JsonObject all) {
            return some.members().entrySet().stream()
                    .allMatch(member -> all.member(member.getKey())
                            .filter(value -> isPartOf(member.getValue(), value))
                            .isPresent());
        }
        if (part instanceof JsonArray some && whole instanceof JsonArray all) {
            return some.items().size() <= all.items().size()
                    && IntStream.range(0, some.items().size())
                            .allMatch(i ->
                                    isPartOf(some.items().get(i), all.items().get(i)));
        }
        // A number at the very end may have lost digits; nothing else may differ.
        return part.equals(whole)
                || whole instanceof Json.Number number && number.literal().startsWith(part.toString());
    }
}
