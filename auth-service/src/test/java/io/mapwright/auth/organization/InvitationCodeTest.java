package io.mapwright.auth.organization;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationCodeTest {

    @Property
    void isReadBackAsItWasMade(@ForAll long seed) {
        InvitationCode code = InvitationCode.random(new Random(seed));

        assertThat(InvitationCode.parse(code.value())).contains(code);
    }

    @Test
    void isReadAsPeopleTypeIt() {
        assertThat(InvitationCode.parse(" demo-a1b2c ")).contains(new InvitationCode("DEMO-A1B2C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DEMO", "DEM0-A1B2C", "DEMO-A1B2", "DEMO-A1B2CD", "DEMO_A1B2C", "DEMO-A1B2C\n-"})
    void hasItsForm(String text) {
        assertThat(InvitationCode.parse(text)).isEmpty();
    }
}
