package io.mapwright.feedback.submission;

import io.mapwright.feedback.submission.Submission.Unavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Accepts a feedback: allowance, captcha, store, in this order. The allowance is taken first because it is the cheapest
 * refusal and spares auth-service the check; it is given back whenever nothing was stored.
 */
@ApplicationScoped
public class SubmissionService {

    private static final Logger LOG = Logger.getLogger(SubmissionService.class);

    private final SubmissionLimit limit;
    private final LocalShare localShare;
    private final Captcha captcha;
    private final FeedbackStore store;
    private final SubmissionConfig config;
    private final Counter degraded;

    SubmissionService(
            SubmissionLimit limit,
            LocalShare localShare,
            Captcha captcha,
            FeedbackStore store,
            SubmissionConfig config,
            MeterRegistry metrics) {
        this.limit = limit;
        this.localShare = localShare;
        this.captcha = captcha;
        this.store = store;
        this.config = config;
        this.degraded = Counter.builder("feedback.limit.degraded")
                .description("Submissions whose allowance was decided by the local share, Redis being away")
                .register(metrics);
    }

    /**
     * Submits {@code feedback} on behalf of {@code sender}.
     *
     * @return what became of it; an outage is an outcome too, only bugs fail
     */
    public Uni<Submission> submit(Feedback feedback, Sender sender, Captcha.Answer answer) {
        return allowance(sender)
                .onItem()
                .transformToUni(allowance -> switch (allowance) {
                    case Allowance.Denied denied -> outcome(new Submission.TooMany(denied.retryAfter()));
                    case Allowance.Granted granted ->
                        checkAndStore(feedback, answer)
                                .call(outcome -> outcome instanceof Submission.Stored
                                        ? Uni.createFrom().voidItem()
                                        : giveBack(sender, granted));
                })
                .ifNoItem()
                .after(config.totalLimit())
                .recoverWithItem(() -> new Unavailable(Unavailable.Part.TIME));
    }

    private Uni<Allowance> allowance(Sender sender) {
        return limit.take(sender).onFailure().recoverWithItem(failure -> {
            degraded.increment();
            LOG.debugf("allowance decided locally: %s", failure.toString());
            return localShare.take(sender);
        });
    }

    private Uni<Submission> checkAndStore(Feedback feedback, Captcha.Answer answer) {
        return captcha.consume(answer)
                .onItem()
                .transformToUni(verdict -> verdict == Captcha.Verdict.ACCEPTED
                        ? stored(feedback)
                        : outcome(new Submission.CaptchaRefused(verdict)))
                .onFailure(Captcha.UnavailableException.class)
                .recoverWithItem(failure -> {
                    LOG.warnf("captcha could not be checked: %s", failure.getMessage());
                    return new Unavailable(Unavailable.Part.CAPTCHA);
                });
    }

    private Uni<Submission> stored(Feedback feedback) {
        return store.store(feedback)
                .<Submission>map(Submission.Stored::new)
                .onFailure(StoreUnavailableException.class)
                .recoverWithItem(failure -> {
                    LOG.warnf("feedback could not be stored: %s", failure.getMessage());
                    return new Unavailable(Unavailable.Part.STORE);
                });
    }

    /** A count that cannot be given back leaves with the window; the answer must not wait or fail for it. */
    private Uni<Void> giveBack(Sender sender, Allowance.Granted granted) {
        return granted.slot().equals(LocalShare.SLOT)
                ? localShare.giveBack(sender)
                : limit.giveBack(sender, granted).onFailure().recoverWithNull();
    }

    private static Uni<Submission> outcome(Submission outcome) {
        return Uni.createFrom().item(outcome);
    }
}
