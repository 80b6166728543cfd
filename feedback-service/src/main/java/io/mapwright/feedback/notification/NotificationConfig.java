package io.mapwright.feedback.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.time.Duration;

/** Settings under {@code feedback.notification}. */
@ConfigMapping(prefix = "feedback.notification")
public interface NotificationConfig {

    /** Longest wait for any single statement of the outbox or the owed mails, waiting for a connection included. */
    @WithDefault("3s")
    Duration databaseLimit();

    /** From the outbox to the broker. */
    Relay relay();

    /** From the owed mail to the mail server. */
    Mail mail();

    /** Settings of the relay. */
    interface Relay {

        /** How often each replica looks for events to publish. */
        @WithDefault("1s")
        Duration every();

        /** Events claimed at once, 1..500. */
        @WithDefault("50")
        @Min(1)
        @Max(500)
        int batch();

        /** How long claimed events belong to a replica; longer than {@link #publishLimit}. */
        @WithDefault("30s")
        Duration lease();

        /** Longest wait for the broker's acknowledgement of one event. */
        @WithDefault("10s")
        Duration publishLimit();

        /** How long events rest that could not be published. */
        @WithDefault("2s")
        Duration pauseAfterFailure();
    }

    /** Settings of the mails. */
    interface Mail {

        /** Who reads feedback. */
        String recipient();

        /** Whom the mails name as their sender. */
        String sender();

        /** How often each replica looks for mails that are due. */
        @WithDefault("1s")
        Duration every();

        /** Mails claimed at once, 1..100. */
        @WithDefault("20")
        @Min(1)
        @Max(100)
        int batch();

        /** Mails of one batch that are being sent at the same time. */
        @WithDefault("4")
        @Min(1)
        @Max(20)
        int atOnce();

        /** How long claimed mails belong to a replica; longer than {@code batch / atOnce} times {@link #sendLimit}. */
        @WithDefault("2m")
        Duration lease();

        /** Longest wait for the mail server to take one mail, connecting included. */
        @WithDefault("10s")
        Duration sendLimit();

        /** Wait before the second attempt; doubled before each further one. */
        @WithDefault("1s")
        Duration firstRetry();

        /** Longest wait between two attempts. */
        @WithDefault("20s")
        Duration longestRetry();

        /** A mail owed for longer than this is not tried again and marked failed; an administrator can renew it. */
        @WithDefault("24h")
        Duration giveUpAfter();
    }
}
