package io.mapwright.feedback.moderation;

/** What its readers made of a feedback. */
public enum Status {
    /** Nobody has read it. */
    NEW,
    /** Somebody has read it. */
    READ,
    /** Nothing is left to do about it. */
    DONE
}
