package io.mapwright.auth.account;

import io.mapwright.auth.credential.PasswordHash;
import io.smallrye.mutiny.Uni;

import java.time.Instant;

/** The accounts. Every operation fails when the store is not reachable, and then nothing has changed. */
public interface Accounts {

    /** The account with this phone number, its organization included. */
    Uni<AccountLookup> withPhone(PhoneNumber phone);

    /** The account with this id, its organization included. */
    Uni<AccountLookup> withId(AccountId id);

    /** Adds an account, unless its phone number is taken; of racing callers with one number exactly one succeeds. */
    Uni<Admission> add(NewAccount account);

    /** Remembers when this person came in last. */
    Uni<Void> recordLogin(AccountId id, Instant at);

    /** Puts {@code now} in place of {@code before}; does nothing when the password was changed meanwhile. */
    Uni<Void> rehash(AccountId id, PasswordHash before, PasswordHash now);
}
