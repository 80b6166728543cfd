package io.mapwright.deploy.simulator;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One simulator for all tests of a class; what a test did to it is undone after the test. */
public final class RunningSimulator implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private Simulator simulator;
    private Caller caller;

    public Simulator simulator() {
        return simulator;
    }

    public Caller caller() {
        return caller;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        simulator = Simulator.start(SimulatorOptions.defaults());
        caller = new Caller(simulator);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.clearFaults();
        simulator.limits("{\"preset\":\"none\"}");
        simulator.resetStats();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        simulator.close();
    }
}
