package io.mapwright.deploy.local.run;

import io.mapwright.deploy.local.stack.Probe;

/** Tells whether a process does its work. */
interface Readiness {

    /** Whether the process answers now. Blocks for two seconds at most; false for every kind of failure. */
    boolean answers(Probe probe) throws InterruptedException;
}
