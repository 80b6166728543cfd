package io.mapwright.auth.login;

import io.mapwright.auth.account.PhoneNumber;
import io.smallrye.mutiny.Uni;

import java.time.Duration;

/**
 * Counts login attempts per phone number, whether or not anybody has it, for all replicas together. Every operation
 * fails when the store is not reachable; nobody is let in uncounted then.
 */
public interface LoginAttempts {

    /**
     * Counts an attempt before its password is looked at, so that a thousand guesses at once are no way round the
     * lock.
     */
    Uni<Gate> begin(PhoneNumber phone);

    /** The attempt that {@link #begin} let through had a wrong password; locks the number when it was the last one. */
    Uni<Void> failed(PhoneNumber phone);

    /** The attempt that {@link #begin} let through succeeded: forgets all failures. */
    Uni<Void> succeeded(PhoneNumber phone);

    /** Forgets failures and ends the lock. */
    default Uni<Void> unlock(PhoneNumber phone) {
        return succeeded(phone);
    }

    /** Whether an attempt may go on. */
    sealed interface Gate {

        /** The password may be checked; {@link #failed} or {@link #succeeded} must follow. */
        record Open() implements Gate {}

        /**
         * The password must not be looked at.
         *
         * @param remaining time until the next attempt may be made; positive
         */
        record Locked(Duration remaining) implements Gate {}
    }
}
