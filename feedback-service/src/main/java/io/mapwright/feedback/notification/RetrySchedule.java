package io.mapwright.feedback.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a mail that could not be sent is tried again: waits that double from attempt to attempt up to a longest one,
 * each shortened at random by up to half so that the mails of an outage do not return in step.
 */
@ApplicationScoped
class RetrySchedule {

    private static final int DOUBLINGS_THAT_FIT = 30;

    private final Duration first;
    private final Duration longest;
    private final Duration giveUpAfter;
    private final RandomGenerator chance;

    @Inject
    RetrySchedule(NotificationConfig config, RandomGenerator chance) {
        this(
                config.mail().firstRetry(),
                config.mail().longestRetry(),
                config.mail().giveUpAfter(),
                chance);
    }

    RetrySchedule(Duration first, Duration longest, Duration giveUpAfter, RandomGenerator chance) {
        this.first = first;
        this.longest = longest;
        this.giveUpAfter = giveUpAfter;
        this.chance = chance;
    }

    /** What follows the failure of {@code mail}'s attempt. */
    Next after(OwedMail mail) {
        if (mail.owedFor().compareTo(giveUpAfter) >= 0) {
            return new Next.GiveUp();
        }
        long doubled = first.toMillis() << Math.min(mail.attempt() - 1, DOUBLINGS_THAT_FIT);
        long wait = Math.min(doubled, longest.toMillis());
        return new Next.TryAgain(Duration.ofMillis(wait - chance.nextLong(wait / 2 + 1)));
    }

    /** What follows a failed attempt. */
    sealed interface Next {

        /** One more attempt after {@code delay}. */
        record TryAgain(Duration delay) implements Next {}

        /** None. */
        record GiveUp() implements Next {}
    }
}
