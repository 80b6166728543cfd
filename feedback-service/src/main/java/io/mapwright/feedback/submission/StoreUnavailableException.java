package io.mapwright.feedback.submission;

/** The feedback could not be stored, or nobody knows whether it was. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String reason) {
        super(reason);
    }

    public StoreUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
