package io.mapwright.deploy.load.faults;

import java.time.Duration;

/**
 * What one caller got.
 *
 * @param status HTTP status, 0 when there was no answer
 * @param code of the error, empty for an answer
 * @param retryAfter whether it was told when to come back
 * @param attempts calls that were sent to providers for it
 * @param took until the last byte
 */
record Answered(int status, String code, boolean retryAfter, int attempts, Duration took) {

    /** An answer, or an error that says what it is and, where coming back is of use, when. */
    boolean isHonest() {
        return switch (status) {
            case 200, 502, 504 -> true;
            case 503, 429 -> retryAfter;
            default -> false;
        };
    }

    String kind() {
        return status == 200 ? "200" : status + " " + code;
    }
}
