package io.mapwright.llmgateway.quota;

/** No accounting profile covers a destination: a mistake in the configuration, never a matter of load. */
public final class UnknownDestinationException extends RuntimeException {

    public UnknownDestinationException(Destination destination) {
        super("no accounting profile for provider " + destination.provider() + " (gateway.providers."
                + destination.provider() + ".accounting)");
    }
}
