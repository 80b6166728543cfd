package io.mapwright.auth.credential;

import io.mapwright.auth.Configured;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes that cost nothing and are counted: {@code $new$} and the password, {@code $old$} before. */
public final class Hashes implements PasswordHashing {

    private final AtomicInteger checks = new AtomicInteger();
    private final Passwords passwords = new Passwords(this, Configured.by(PasswordConfig.class, Map.of()));

    /** What checks by them. */
    public Passwords passwords() {
        return passwords;
    }

    /** How many checks were paid for. */
    public int checks() {
        return checks.get();
    }

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash("$new$" + password.plain());
    }

    @Override
    public PasswordCheck check(Password password, PasswordHash hash) {
        checks.incrementAndGet();
        if (hash.encoded().equals("$new$" + password.plain())) {
            return PasswordCheck.MATCH;
        }
        return hash.encoded().equals("$old$" + password.plain()) ? PasswordCheck.OUTDATED : PasswordCheck.MISMATCH;
    }
}
