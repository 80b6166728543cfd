package io.mapwright.feedback.notification.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mapwright.feedback.notification.MailRequested;
import io.mapwright.testkit.EventContract;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class MailRequestedContractTest {

    private static final EventContract CONTRACT = EventContract.of("feedback.email-requested.v1");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void writesWhatTheSchemaPromises() throws Exception {
        var event =
                new MailRequested(UUID.randomUUID(), UUID.randomUUID(), Instant.parse("2026-11-24T00:15:29.250104Z"));

        CONTRACT.assertValid(JSON.writeValueAsString(MailRequestedMessage.of(event)));
    }

    @Test
    void readsEverySample() throws Exception {
        for (String sample : CONTRACT.samples()) {
            var event = JSON.readValue(sample, MailRequestedMessage.class).toEvent();

            assertThat(event.feedbackId()).isNotEqualTo(event.eventId());
        }
    }
}
