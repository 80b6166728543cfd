package io.mapwright.feedback.moderation;

/** Where the mail about a feedback stands. */
public enum MailState {
    /** Not sent yet; it will be. */
    PENDING,
    /** Being sent at this moment. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** Given up; only an administrator can renew it. */
    FAILED
}
