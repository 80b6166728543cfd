package io.mapwright.auth.account;

/** What looking for one account found. */
public sealed interface AccountLookup permits Account, AccountLookup.Unknown {

    /** There is no such account. */
    record Unknown() implements AccountLookup {}
}
