package io.mapwright.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventContractTest {

    private final EventContract contract = EventContract.of("feedback.email-requested.v1");

    @ParameterizedTest
    @ValueSource(strings = {"llm.usage-recorded.v1", "feedback.email-requested.v1"})
    void hasValidSamples(String topic) {
        assertThat(EventContract.of(topic).samples()).isNotEmpty().allMatch(sample -> sample.contains("event_id"));
    }

    @Test
    void acceptsARecordWithMembersOfItsOwn() {
        contract.assertValid("""
                {"event_id": "1", "feedback_id": "2", "requested_at": "2026-01-01T00:00:00Z", "later": true}""");
    }

    @Test
    void refusesARecordWithoutARequiredMember() {
        assertThatThrownBy(() -> contract.assertValid("{\"event_id\": \"1\", \"feedback_id\": \"2\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("requested_at");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> contract.assertValid(
                        "{\"event_id\": \"1\", \"feedback_id\": \"2\", \"requested_at\": \"yesterday\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("date-time");
    }

    @Test
    void doesNotExistForATopicWithoutASchema() {
        assertThatThrownBy(() -> EventContract.of("nothing.happened.v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing.happened.v1");
    }
}
