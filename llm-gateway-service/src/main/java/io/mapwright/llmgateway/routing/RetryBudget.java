package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.provider.ProviderId;
import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps retries from becoming the load that keeps a provider down: over any minute a provider gets at most a tenth more
 * calls than it would have had without them. A few retries are always allowed, since a tenth of little is nothing.
 * Thread-safe.
 */
@Singleton
public final class RetryBudget {

    private static final int SECONDS = 60;
    private static final double SHARE = 0.1;
    private static final int ALWAYS = 3;

    private final InstantSource clock;
    private final ConcurrentMap<ProviderId, Minute> minutes = new ConcurrentHashMap<>();

    RetryBudget(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a first attempt. */
    public void called(ProviderId provider) {
        minute(provider).called(clock.millis() / 1000);
    }

    /** Takes a retry from the budget; false when it is spent, and then nothing was taken. */
    public boolean takeRetry(ProviderId provider) {
        return minute(provider).takeRetry(clock.millis() / 1000);
    }

    private Minute minute(ProviderId provider) {
        return minutes.computeIfAbsent(provider, first -> new Minute());
    }

    /** A rolling minute in one-second buckets. */
    private static final class Minute {

        private final long[] second = new long[SECONDS];
        private final int[] calls = new int[SECONDS];
        private final int[] retries = new int[SECONDS];

        synchronized void called(long now) {
            calls[bucket(now)]++;
        }

        synchronized boolean takeRetry(long now) {
            int bucket = bucket(now);
            if (sum(retries, now) + 1 > Math.max(ALWAYS, SHARE * sum(calls, now))) {
                return false;
            }
            retries[bucket]++;
            return true;
        }

        private int bucket(long now) {
            int index = Math.floorMod(now, SECONDS);
            if (second[index] != now) {
                second[index] = now;
                calls[index] = 0;
                retries[index] = 0;
            }
            return index;
        }

        private int sum(int[] counts, long now) {
            int sum = 0;
            for (int i = 0; i < SECONDS; i++) {
                sum += now - second[i] < SECONDS ? counts[i] : 0;
            }
            return sum;
        }
    }
}
