package io.mapwright.feedback.notification;

import io.mapwright.feedback.database.SchemaMissing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.util.List;

/**
 * Sends the mails that are owed. It alone repeats a failed mail; a mail server that is away for minutes delays mails
 * and loses none. A mail may arrive twice (a crash after the mail server took it), never not at all.
 */
@ApplicationScoped
class MailRoom {

    private static final Logger LOG = Logger.getLogger(MailRoom.class);

    private static final int NOTES = 4;

    private final OwedMails owed;
    private final Postman postman;
    private final RetrySchedule schedule;
    private final NotificationConfig.Mail config;
    private final Counter sent;
    private final Counter retried;
    private final Counter failed;
    private final OutageLog outage = new OutageLog(LOG, "mails cannot be sent", "mails are sent");

    MailRoom(
            OwedMails owed, Postman postman, RetrySchedule schedule, NotificationConfig config, MeterRegistry metrics) {
        this.owed = owed;
        this.postman = postman;
        this.schedule = schedule;
        this.config = config.mail();
        this.sent = attempts(metrics, "sent");
        this.retried = attempts(metrics, "retried");
        this.failed = attempts(metrics, "failed");
    }

    private static Counter attempts(MeterRegistry metrics, String outcome) {
        return Counter.builder("feedback.mail.attempts")
                .description("Attempts at sending a mail, by outcome; failed means given up")
                .tag("outcome", outcome)
                .register(metrics);
    }

    /** Sends what is due, batch after batch, until nothing is left or something fails. */
    @Scheduled(
            every = "${feedback.notification.mail.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SchemaMissing.class)
    Uni<Void> sendDue() {
        return Rounds.untilDone(this::sendBatch, outage);
    }

    /** Whether there was something to send, and all of it was sent. */
    private Uni<Boolean> sendBatch() {
        return owed.claim(config.batch(), config.lease()).onItem().transformToUni(this::sendAll);
    }

    private Uni<Boolean> sendAll(List<OwedMail> mails) {
        return Multi.createFrom()
                .iterable(mails)
                .onItem()
                .transformToUni(this::send)
                .merge(config.atOnce())
                .collect()
                .asList()
                .map(outcomes -> !outcomes.isEmpty() && !outcomes.contains(false));
    }

    private Uni<Boolean> send(OwedMail mail) {
        return postman.deliver(Letter.about(mail))
                .map(delivered -> true)
                .onFailure()
                .recoverWithUni(failure -> {
                    outage.began(failure);
                    return settleFailure(mail, failure).replaceWith(false);
                })
                .call(delivered -> delivered ? settle(mail) : Uni.createFrom().voidItem());
    }

    private Uni<Void> settle(OwedMail mail) {
        outage.ended();
        sent.increment();
        // What is repeated here is the note, not the mail: without it the mail would be sent again.
        return owed.sent(mail)
                .onFailure()
                .retry()
                .withBackOff(config.firstRetry(), config.longestRetry())
                .atMost(NOTES);
    }

    private Uni<Void> settleFailure(OwedMail mail, Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        return switch (schedule.after(mail)) {
            case RetrySchedule.Next.TryAgain again -> {
                retried.increment();
                yield owed.tryAgain(mail, again.delay(), reason);
            }
            case RetrySchedule.Next.GiveUp ignored -> {
                failed.increment();
                LOG.errorf("gave up a mail: feedbackId=%s attempts=%d", mail.feedbackId(), mail.attempt());
                yield owed.giveUp(mail, reason);
            }
        };
    }
}
