package io.mapwright.deploy.load.quota;

/** Something that is done to the suite while callers come. */
interface Disturbance {

    /** Does it at its times; returns when it is over. */
    void play(Diary diary) throws InterruptedException;
}
