package io.mapwright.deploy.load.chaos;

import java.util.List;
import java.util.stream.Stream;

/** What came of it all. */
public record ChaosReport(List<Damage> damages, Losses losses) {

    public ChaosReport {
        damages = List.copyOf(damages);
    }

    /** What must not have happened, in sentences; empty when all is well. */
    public List<String> violations() {
        return Stream.concat(
                        damages.stream().flatMap(damage -> damage.violations().stream()), losses.violations().stream())
                .toList();
    }
}
