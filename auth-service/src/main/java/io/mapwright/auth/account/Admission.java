package io.mapwright.auth.account;

/** What came of adding an account. */
public sealed interface Admission {

    /** The account exists now. */
    record Admitted(Account account) implements Admission {}

    /** Somebody has this phone number already; nothing was stored. */
    record PhoneTaken() implements Admission {}

    /** The organization ceased to exist meanwhile; nothing was stored. */
    record OrganizationGone() implements Admission {}
}
