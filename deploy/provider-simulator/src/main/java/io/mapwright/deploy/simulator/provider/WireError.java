package io.mapwright.deploy.simulator.provider;

/**
 * An error in a provider's own form.
 *
 * @param code the discriminating code, for the ledger
 * @param body what is sent, possibly empty
 */
public record WireError(int status, String code, String contentType, String body) {

    static final String JSON = "application/json";

    static WireError json(int status, String code, String body) {
        return new WireError(status, code, JSON, body);
    }

    /** The same error in a stream's framing. */
    public String asEvent() {
        return "data: " + body + "\n\n";
    }
}
