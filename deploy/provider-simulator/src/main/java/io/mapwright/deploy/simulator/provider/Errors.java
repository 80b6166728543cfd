package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.limit.Refusal;

/** A provider's documented errors in the form of one of its APIs. */
public final class Errors {

    private final ErrorCatalogue catalogue;
    private final Envelope envelope;

    Errors(ErrorCatalogue catalogue, Envelope envelope) {
        this.catalogue = catalogue;
        this.envelope = envelope;
    }

    /** An error that is not about a request that was understood. */
    WireError named(String key, String text, String requestId) {
        return write(key, text, new Blanks("", requestId, null), false);
    }

    WireError refused(Refusal refusal, ChatRequest request, String requestId) {
        Blanks blanks = new Blanks(request.model(), requestId, refusal);
        return write(envelope.refusalKey(refusal.dimension()), null, blanks, request.stream());
    }

    /** @param text null for the catalogue's */
    WireError coded(String code, String text, ChatRequest request, String requestId) {
        return write(code, text, new Blanks(request.model(), requestId, null), request.stream());
    }

    private WireError write(String key, String text, Blanks blanks, boolean stream) {
        ErrorRow row = catalogue.row(key);
        return envelope.write(row, blanks.fill(text == null ? row.message() : text), blanks.requestId(), stream);
    }
}
