package io.mapwright.defaults.production;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartChecksTest {

    @Test
    void refusesToStartNamingEachProblem() {
        assertThatThrownBy(
                        () -> ProductionGate.refuse(List.of("auth.secret is missing", "mail.password is the default")))
                .hasMessageContaining("auth.secret is missing")
                .hasMessageContaining("mail.password is the default");
        assertThatCode(() -> ProductionGate.refuse(List.of())).doesNotThrowAnyException();
    }
}
