package io.mapwright.defaults.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An answer other than success, thrown (or failed into a Uni) anywhere below a resource and sent as
 * {@code application/problem+json} (RFC 9457). It is an answer and not a fault: no stack trace is taken or logged.
 */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    private ProblemException(Problem problem, Throwable cause) {
        super(
                problem.status() + " " + problem.errorType() + ": "
                        + problem.detail().en(),
                cause,
                false,
                false);
        this.problem = problem;
    }

    /**
     * Starts a problem.
     *
     * @param status HTTP status, 400..599
     * @param errorType stable machine code, for example {@code captcha_expired}
     */
    public static Builder of(int status, String errorType) {
        return new Builder(status, errorType);
    }

    /** What will be answered. */
    public Problem problem() {
        return problem;
    }

    /** Collects a problem's members; {@link #text} is required. */
    public static final class Builder {

        private final int status;
        private final String errorType;
        private final List<Problem.FieldError> errors = new ArrayList<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, Object> extensions = new LinkedHashMap<>();
        private Text detail;
        private Throwable cause;

        private Builder(int status, String errorType) {
            this.status = status;
            this.errorType = Objects.requireNonNull(errorType, "errorType");
        }

        /** The sentence shown to the user. */
        public Builder text(String zh, String en) {
            return text(new Text(zh, en));
        }

        /** The sentence shown to the user. */
        public Builder text(Text text) {
            this.detail = text;
            return this;
        }

        /** Sends {@code Retry-After}: {@code delay} in whole seconds, rounded up, at least 1. */
        public Builder retryAfter(Duration delay) {
            return header("Retry-After", RetryAfter.seconds(delay));
        }

        /** Sends {@code Retry-After} when there is a delay to state. */
        public Builder retryAfter(Optional<Duration> delay) {
            delay.ifPresent(this::retryAfter);
            return this;
        }

        /** Names one wrong field of the request. */
        public Builder field(String field, String zh, String en) {
            errors.add(new Problem.FieldError(field, new Text(zh, en)));
            return this;
        }

        /** Adds a response header. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Adds an extension member (RFC 9457 section 3.2). */
        public Builder extension(String name, Object value) {
            extensions.put(name, value);
            return this;
        }

        /** Keeps what led here, for the log. */
        public Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        /** The finished exception. */
        public ProblemException build() {
            return new ProblemException(new Problem(status, errorType, detail, errors, headers, extensions), cause);
        }
    }
}
