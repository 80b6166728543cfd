package io.mapwright.feedback.notification;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class LetterTest {

    @Test
    void namesTheMapAndTheBeginningOfTheText() {
        assertThat(subject("桥形图不显示最后一对", Optional.of("bridge_map")))
                .isEqualTo("[Mapwright feedback] [bridge_map] 桥形图不显示最后一对");
    }

    @Test
    void keepsAnInjectedHeaderInOneLine() {
        assertThat(subject("hello\r\nBcc: victim@example.org\u2028x", Optional.of("flow\nmap")))
                .isEqualTo("[Mapwright feedback] [flow map] hello Bcc: victim@example.org x");
    }

    @Test
    void cutsALongTextBetweenCharacters() {
        assertThat(subject("😀".repeat(80), Optional.empty()))
                .isEqualTo("[Mapwright feedback] " + "😀".repeat(60) + "…");
    }

    @Property
    void makesOnePrintableLineOfAnything(@ForAll @StringLength(max = 200) String message) {
        var subject = subject(message, Optional.empty());

        assertThat(subject.chars()).noneMatch(Character::isISOControl);
        assertThat(subject).startsWith("[Mapwright feedback]").hasSizeLessThan(160);
    }

    private static String subject(String message, Optional<String> diagramType) {
        var about = new OwedMail.Content(
                message, Optional.empty(), false, Optional.empty(), diagramType, Optional.empty(), Instant.EPOCH);
        return Letter.about(new OwedMail(new UUID(1, 1), new UUID(2, 2), 1, Duration.ZERO, about))
                .subject();
    }
}
