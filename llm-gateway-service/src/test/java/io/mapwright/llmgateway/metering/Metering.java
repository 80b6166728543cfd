package io.mapwright.llmgateway.metering;

import io.mapwright.llmgateway.configuration.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Metering for tests without a container. */
public final class Metering {

    private Metering() {}

    public static PriceTable freeOfCharge() {
        return new PriceTable(Settings.of(PricesConfig.class, Map.of()));
    }

    /** Keeps what it is told. */
    public static final class RememberedCalls implements CallJournal {

        public final List<OpenCall> open = new ArrayList<>();
        public final List<UsageEvent> closed = new ArrayList<>();

        @Override
        public void open(OpenCall call) {
            open.add(call);
        }

        @Override
        public void close(UsageEvent event) {
            open.remove(event.call());
            closed.add(event);
        }

        @Override
        public void discard(OpenCall call) {
            open.remove(call);
        }
    }
}
