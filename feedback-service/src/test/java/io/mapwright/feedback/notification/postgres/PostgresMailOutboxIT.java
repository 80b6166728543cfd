package io.mapwright.feedback.notification.postgres;

import io.mapwright.feedback.Configured;
import io.mapwright.feedback.notification.MailOutbox;
import io.mapwright.feedback.notification.MailOutboxContract;
import io.mapwright.feedback.notification.NotificationConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.util.Map;
import java.util.UUID;

class PostgresMailOutboxIT extends MailOutboxContract {

    private static Tables tables;

    @BeforeAll
    static void migrate() {
        tables = new Tables();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @BeforeEach
    void empty() {
        tables.empty();
    }

    @Override
    protected MailOutbox outbox() {
        return new PostgresMailOutbox(
                tables.pool(), Configured.by(NotificationConfig.class, "feedback.notification", Map.of()));
    }

    @Override
    protected UUID store() {
        UUID feedbackId = tables.feedback();
        tables.event(feedbackId);
        return feedbackId;
    }
}
