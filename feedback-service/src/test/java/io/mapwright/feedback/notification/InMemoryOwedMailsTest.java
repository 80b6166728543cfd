package io.mapwright.feedback.notification;

import io.mapwright.testkit.MutableTime;

import java.util.UUID;

class InMemoryOwedMailsTest extends OwedMailsContract {

    private final InMemoryOwedMails mails = new InMemoryOwedMails(new MutableTime());

    @Override
    protected OwedMails mails() {
        return mails;
    }

    @Override
    protected UUID feedback() {
        return mails.feedback();
    }
}
