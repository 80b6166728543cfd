package io.mapwright.defaults.database.postgres;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PoolBudgetTest {

    @Test
    void letsPoolsPassThatFitTheShare() {
        assertThatCode(() -> PoolBudget.check(3, 10, 30)).doesNotThrowAnyException();
    }

    @Test
    void refusesPoolsThatDoNotFitTheShare() {
        assertThatThrownBy(() -> PoolBudget.check(4, 10, 39))
                .hasMessageContaining("4 replicas (mapwright.database.replicas)")
                .hasMessageContaining("exceed 39 (mapwright.database.connections)");
    }
}
