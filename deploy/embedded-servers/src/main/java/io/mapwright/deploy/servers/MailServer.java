package io.mapwright.deploy.servers;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** An SMTP server that accepts every mail, and the inbox that shows them; nothing ever leaves the machine. */
final class MailServer implements AutoCloseable {

    private final GreenMail smtp;
    private final InboxPage inbox;
    private final MailStore store;

    private MailServer(GreenMail smtp, InboxPage inbox, MailStore store) {
        this.smtp = smtp;
        this.inbox = inbox;
        this.store = store;
    }

    static MailServer start(Path data, int smtpPort, int inboxPort) {
        var store = new MailStore(data.resolve("messages"), InstantSource.system());
        var inbox = InboxPage.serve(inboxPort, store);
        var smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp.start();
        smtp.getUserManager().setMessageDeliveryHandler((message, recipient) -> keep(store, message, recipient));
        return new MailServer(smtp, inbox, store);
    }

    MailStore store() {
        return store;
    }

    @Override
    public void close() {
        smtp.stop();
        inbox.close();
    }

    /** A failure here becomes the SMTP answer 451: the sender keeps its mail and tries again. */
    private static GreenMailUser keep(MailStore store, MovingMessage message, MailAddress recipient)
            throws MessagingException {
        try {
            store.deliver(recipient.getEmail(), message.getMessage());
        } catch (IOException e) {
            throw new MessagingException("cannot store the mail", e);
        }
        return new Stored(recipient.getEmail());
    }

    /** GreenMail would now keep the message in memory, for ever; it is on the disk already. */
    private record Stored(String address) implements GreenMailUser {

        @Override
        public void create() {
            // There is no mailbox to create.
        }

        @Override
        public void delete() {
            // There is no mailbox to delete.
        }

        @Override
        public void deliver(MovingMessage message) {
            // Delivered before this user came into being.
        }

        @Override
        public void deliver(MimeMessage message) {
            throw new UnsupportedOperationException("mail arrives over SMTP only");
        }

        @Override
        public void authenticate(String password) {
            // Everybody may come in.
        }

        @Override
        public String getEmail() {
            return address;
        }

        @Override
        public String getLogin() {
            return address;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException("nobody logs in here");
        }

        @Override
        public String getQualifiedMailboxName() {
            return address;
        }
    }
}
