package io.mapwright.defaults.production;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

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

    @Test
    void refusesPoolsThatDoNotFitTheServer() {
        assertThatCode(() -> PoolBudget.check(3, 10, OptionalInt.of(30))).doesNotThrowAnyException();
        assertThatThrownBy(() -> PoolBudget.check(4, 10, OptionalInt.of(30)))
                .hasMessageContaining("4 replicas")
                .hasMessageContaining("exceed 30");
        assertThatThrownBy(() -> PoolBudget.check(1, 10, OptionalInt.empty()))
                .hasMessageContaining("mapwright.database.connections is missing");
        assertThatCode(() -> PoolBudget.check(9, 0, OptionalInt.empty())).doesNotThrowAnyException();
    }
}
