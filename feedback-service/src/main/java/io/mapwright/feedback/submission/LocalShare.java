package io.mapwright.feedback.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * This replica's share of everybody's allowance, used while the shared counts cannot be reached, so that an outage of
 * Redis neither stops feedback nor opens the door to a flood. It never holds more than a configured number of senders.
 */
@ApplicationScoped
final class LocalShare {

    /** Marks a count of this class; the shared counts' slots never look like it. */
    static final String SLOT = "local";

    private final int share;
    private final Duration window;
    private final InstantSource time;
    private final Map<Sender, SlidingWindow> windows;

    @Inject
    LocalShare(SubmissionConfig config, InstantSource time) {
        this(
                config.limit().shareWithoutRedis(),
                config.limit().window(),
                config.limit().rememberedSenders(),
                time);
    }

    LocalShare(int share, Duration window, int rememberedSenders, InstantSource time) {
        this.share = share;
        this.window = window;
        this.time = time;
        this.windows = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Sender, SlidingWindow> eldest) {
                return size() > rememberedSenders;
            }
        };
    }

    synchronized Allowance take(Sender sender) {
        if (share == 0) {
            return new Allowance.Denied(window);
        }
        return windows.computeIfAbsent(sender, unseen -> new SlidingWindow(share, window))
                .take(time.instant(), SLOT);
    }

    synchronized Uni<Void> giveBack(Sender sender) {
        SlidingWindow counted = windows.get(sender);
        if (counted != null) {
            counted.giveBack();
        }
        return Uni.createFrom().voidItem();
    }
}
