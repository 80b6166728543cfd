package io.mapwright.defaults.problem;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.impl.NoStackTraceThrowable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {

    @Test
    void seesConnectionsThatFailOrEnd() {
        assertThat(Outage.isBehind(new ConnectException("refused"))).isTrue();
        assertThat(Outage.isBehind(new IOException("Broken pipe"))).isTrue();
        assertThat(Outage.isBehind(new RuntimeException(new TimeoutException())))
                .isTrue();
        assertThat(Outage.isBehind(new SQLTransientConnectionException("pool"))).isTrue();
        assertThat(Outage.isBehind(new NoStackTraceThrowable("Connection is closed")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"08006, true", "53300, true", "57P01, true", "57P03, true", "23505, false", "42P01, false"})
    void judgesSqlByItsState(String state, boolean outage) {
        assertThat(Outage.isBehind(new SQLException("x", state))).isEqualTo(outage);
    }

    @Test
    void doesNotMistakeBugsAndBadInputForOutages() {
        assertThat(Outage.isBehind(new IllegalStateException("timeout"))).isFalse();
        assertThat(Outage.isBehind(new JsonParseException(null, "bad"))).isFalse();
        assertThat(Outage.isBehind(new NullPointerException())).isFalse();
    }
}
