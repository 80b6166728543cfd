package io.mapwright.auth.credential;

/** Turns passwords into hashes. Slow and hungry on purpose: call it through {@link Passwords} only. Thread-safe. */
public interface PasswordHashing {

    /** A fresh hash of {@code password} with a salt of its own and today's parameters. */
    PasswordHash hash(Password password);

    /**
     * Compares in constant time.
     *
     * @return {@link PasswordCheck#OUTDATED} for the right password whose hash was made with other parameters than
     *     today's; a hash in a form that is not understood is a {@link PasswordCheck#MISMATCH}
     */
    PasswordCheck check(Password password, PasswordHash hash);
}
