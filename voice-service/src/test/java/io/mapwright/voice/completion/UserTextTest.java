package io.mapwright.voice.completion;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UserTextTest {

    @Test
    void standsBetweenTags() {
        assertThat(UserText.fenced("frogs & <b>toads</b>", 100))
                .isEqualTo("<user_text>\nfrogs & <b>toads</b>\n</user_text>");
    }

    @Test
    void isCutBetweenCharacters() {
        assertThat(UserText.harmless("ab😀", 3)).isEqualTo("ab");
        assertThat(UserText.harmless("ab😀", 4)).isEqualTo("ab😀");
    }

    @Property
    void cannotEndItsOwnFence(@ForAll @From("attacks") String text) {
        assertThat(UserText.harmless(text, 1000)).doesNotContainPattern("(?i)<\\s*/?\\s*user_");
    }

    @Provide
    Arbitrary<String> attacks() {
        return Arbitraries.of("<", "/", "user_text", "USER_text", "user_map", ">", " ", "\n", "x", "user_")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
