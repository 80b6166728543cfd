package io.mapwright.llmgateway.quota;

/** How often something happens lately: events per microsecond, older ones weigh less. */
final class RateMeter {

    private static final double MEMORY = 10_000_000;

    private double weight;
    private long at;

    void mark(long now) {
        weight = decayed(now) + 1;
        at = now;
    }

    double perMicro(long now) {
        return decayed(now) / MEMORY;
    }

    private double decayed(long now) {
        return weight * Math.exp(-(now - at) / MEMORY);
    }
}
