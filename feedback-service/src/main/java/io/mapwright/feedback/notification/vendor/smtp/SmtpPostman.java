package io.mapwright.feedback.notification.vendor.smtp;

import io.mapwright.feedback.notification.Letter;
import io.mapwright.feedback.notification.NotificationConfig;
import io.mapwright.feedback.notification.Postman;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Renders a letter as plain text and as HTML, in which Qute escapes what the author typed, and sends it by SMTP. */
@ApplicationScoped
class SmtpPostman implements Postman {

    private final ReactiveMailer mailer;
    private final Template text;
    private final Template html;
    private final NotificationConfig.Mail config;

    SmtpPostman(
            ReactiveMailer mailer,
            @Location("feedback-mail.txt") Template text,
            @Location("feedback-mail.html") Template html,
            NotificationConfig config) {
        this.mailer = mailer;
        this.text = text;
        this.html = html;
        this.config = config.mail();
    }

    @Override
    public Uni<Void> deliver(Letter letter) {
        return Uni.combine()
                .all()
                .unis(rendered(text, letter), rendered(html, letter))
                .with((plain, rich) -> mail(letter, plain, rich))
                .chain(mail -> mailer.send(mail))
                .ifNoItem()
                .after(config.sendLimit())
                .fail();
    }

    private static Uni<String> rendered(Template template, Letter letter) {
        return template.data("letter", letter).createUni();
    }

    private Mail mail(Letter letter, String plain, String rich) {
        return new Mail()
                .setFrom(config.sender())
                .addTo(config.recipient())
                .setSubject(letter.subject())
                .setText(plain)
                .setHtml(rich)
                .addHeader("Message-ID", "<feedback-" + letter.feedbackId() + "@mapwright>")
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
