package io.mapwright.feedback.notification;

import org.jboss.logging.Logger;

import java.util.concurrent.atomic.AtomicBoolean;

/** Logs the beginning and the end of an outage, and not each of the many attempts in between. */
final class OutageLog {

    private final Logger log;
    private final String beginning;
    private final String end;
    private final AtomicBoolean lasting = new AtomicBoolean();

    OutageLog(Logger log, String beginning, String end) {
        this.log = log;
        this.beginning = beginning;
        this.end = end;
    }

    void began(Throwable failure) {
        if (lasting.compareAndSet(false, true)) {
            log.warnf("%s; trying on: %s", beginning, failure.toString());
        }
    }

    void ended() {
        if (lasting.compareAndSet(true, false)) {
            log.infof("%s again", end);
        }
    }
}
