package io.mapwright.diagram.access.client;

import io.mapwright.defaults.problem.ProblemException;

import java.time.Duration;

/** What came of exchanging a key. */
sealed interface Exchanged {

    /** For how long the outcome may be used again when {@code wanted} is what is configured. */
    Duration reusableFor(Duration wanted);

    /**
     * A token.
     *
     * @param lifetime from the exchange
     */
    record Granted(String token, Duration lifetime) implements Exchanged {

        /** A token is given up this long before it expires, so that it is valid wherever it is forwarded to. */
        private static final Duration MARGIN = Duration.ofSeconds(30);

        private static final Duration LONGEST_REUSE = Duration.ofSeconds(60);

        @Override
        public Duration reusableFor(Duration wanted) {
            var longest = wanted.compareTo(LONGEST_REUSE) > 0 ? LONGEST_REUSE : wanted;
            var left = lifetime.minus(MARGIN);
            var reuse = left.compareTo(longest) < 0 ? left : longest;
            return reuse.isPositive() ? reuse : Duration.ZERO;
        }

        @Override
        public String toString() {
            return "Granted[" + lifetime + "]";
        }
    }

    /** None, and what the caller is told. */
    record Refused(ProblemException problem) implements Exchanged {

        @Override
        public Duration reusableFor(Duration wanted) {
            return Duration.ZERO;
        }
    }
}
