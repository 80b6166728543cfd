package io.mapwright.defaults.problem;

import jakarta.ws.rs.core.Response;

/** Titles of problem documents without a type of their own: the status's reason phrase, as RFC 9457 section 4.2 asks. */
final class ReasonPhrase {

    private ReasonPhrase() {}

    static String of(int status) {
        if (status == 422) {
            return "Unprocessable Content";
        }
        if (status == 423) {
            return "Locked";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
