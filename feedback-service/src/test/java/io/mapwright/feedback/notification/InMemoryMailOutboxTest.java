package io.mapwright.feedback.notification;

import io.mapwright.testkit.MutableTime;

import java.util.UUID;

class InMemoryMailOutboxTest extends MailOutboxContract {

    private final InMemoryMailOutbox outbox = new InMemoryMailOutbox(new MutableTime());

    @Override
    protected MailOutbox outbox() {
        return outbox;
    }

    @Override
    protected UUID store() {
        return outbox.store();
    }
}
