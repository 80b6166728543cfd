package io.mapwright.feedback.notification.postgres;

import io.mapwright.feedback.Configured;
import io.mapwright.feedback.notification.NotificationConfig;
import io.mapwright.feedback.notification.OwedMails;
import io.mapwright.feedback.notification.OwedMailsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.util.Map;
import java.util.UUID;

class PostgresOwedMailsIT extends OwedMailsContract {

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
    protected OwedMails mails() {
        return new PostgresOwedMails(
                tables.pool(),
                UUID::randomUUID,
                Configured.by(NotificationConfig.class, "feedback.notification", Map.of()));
    }

    @Override
    protected UUID feedback() {
        return tables.feedback();
    }
}
