package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.quota.Diary.Deed;
import io.mapwright.deploy.load.quota.Scenario.Span;
import io.mapwright.deploy.load.suite.Simulator;

import java.time.InstantSource;

/** The provider halves what it allows and tells nobody; later it allows all of it again. */
final class HalvedLimit implements Disturbance {

    private final Simulator simulator;
    private final Limits limits;
    private final Span span;
    private final InstantSource time;

    HalvedLimit(Simulator simulator, Limits limits, Span span, InstantSource time) {
        this.simulator = simulator;
        this.limits = limits;
        this.span = span;
        this.time = time;
    }

    @Override
    public void play(Diary diary) throws InterruptedException {
        Pause.until(diary.began().plus(span.from()), time);
        simulator.change(limits.halved().forSimulator());
        diary.note(Deed.LIMIT_HALVED, limits.halved().perMinute() + " a minute");
        Pause.until(diary.began().plus(span.to()), time);
        simulator.change(limits.forSimulator());
        diary.note(Deed.LIMIT_RESTORED, limits.perMinute() + " a minute");
    }
}
