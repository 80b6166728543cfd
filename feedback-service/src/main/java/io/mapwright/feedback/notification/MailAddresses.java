package io.mapwright.feedback.notification;

import io.mapwright.defaults.production.ProductionCheck;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;

/** In production the mails have a reader: the addresses of development are refused. */
@Singleton
final class MailAddresses implements ProductionCheck {

    private static final String DEVELOPMENT = "mapwright.local";

    private final NotificationConfig.Mail config;

    MailAddresses(NotificationConfig config) {
        this.config = config.mail();
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (config.recipient().contains(DEVELOPMENT)) {
            problems.add(
                    "feedback.notification.mail.recipient still is the address of development: say who reads feedback");
        }
        if (config.sender().contains(DEVELOPMENT)) {
            problems.add(
                    "feedback.notification.mail.sender still is the address of development: say whom the mails name");
        }
        return problems;
    }
}
