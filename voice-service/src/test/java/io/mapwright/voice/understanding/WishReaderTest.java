package io.mapwright.voice.understanding;

import io.mapwright.voice.action.Wish;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class WishReaderTest {

    @Test
    void readsNumbersAndListsHoweverTheyAreWritten() {
        assertThat(WishReader.read(Map.of("action", "ADD_NODES", "confidence", "0.8", "target", "water, air、sun")))
                .contains(
                        new Wish("add_nodes", 0.8, Optional.empty(), List.of("water", "air", "sun"), Optional.empty()));
        assertThat(WishReader.read(Map.of("action", "add_nodes", "confidence", 1, "target", List.of("water", 7, " "))))
                .contains(new Wish("add_nodes", 1, Optional.empty(), List.of("water", "7"), Optional.empty()));
    }

    @Test
    void leavesCommasInANewText() {
        assertThat(WishReader.read(Map.of("action", "update_center", "confidence", 0.9, "target", "salt, pepper")))
                .map(Wish::targets)
                .contains(List.of("salt, pepper"));
    }

    @Test
    void takesNonsenseForNoWish() {
        assertThat(WishReader.read(Map.of())).isEmpty();
        assertThat(WishReader.read(Map.of("action", "stop"))).isEmpty();
        assertThat(WishReader.read(Map.of("action", List.of(), "confidence", 1)))
                .isEmpty();
        assertThat(WishReader.read(Map.of("action", "none", "confidence", "high")))
                .isEmpty();
        assertThat(WishReader.read(Map.of("action", "none", "confidence", 1.5))).isEmpty();
        assertThat(WishReader.read(Map.of("action", "none", "confidence", "NaN")))
                .isEmpty();
    }

    @Property
    void readsWhateverAModelWrites(@ForAll("trees") Map<String, Object> answer) {
        assertThat(WishReader.read(answer)).isNotNull();
    }

    @Provide
    Arbitrary<Map<String, Object>> trees() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(Arrays.asList(
                Arbitraries.strings().ofMaxLength(30).map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.strings().ofMaxLength(5).list().ofMaxSize(3).map(Object.class::cast)));
        return Arbitraries.maps(Arbitraries.of("action", "confidence", "node", "target", "category"), leaves);
    }
}
