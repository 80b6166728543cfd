package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.limit.Refusal;

/**
 * What the catalogues' messages leave open.
 *
 * @param refusal null for an error that is no refusal; then its numbers read as one call over a limit of one
 */
record Blanks(String model, String requestId, Refusal refusal) {

    String fill(String message) {
        if (message.indexOf('{') < 0) {
            return message;
        }
        long limit = refusal == null ? 1 : refusal.limit();
        long current = refusal == null ? 2 : refusal.current() + 1;
        long seconds = refusal == null ? 1 : refusal.waitSeconds();
        return message.replace("{model}", model)
                .replace("{request}", requestId)
                .replace("{limit}", Long.toString(limit))
                .replace("{current}", Long.toString(current))
                .replace("{seconds}", Long.toString(seconds));
    }
}
