package io.mapwright.auth.account;

import java.util.Optional;

/**
 * Identifies a person's account for ever; it is the {@code sub} of their tokens.
 *
 * @param value positive, given by the database
 */
public record AccountId(long value) {

    public AccountId {
        if (value < 1) {
            throw new IllegalArgumentException("an account id is positive, not " + value);
        }
    }

    /** The account that a token's subject names; empty for API keys and services. */
    public static Optional<AccountId> ofSubject(String subject) {
        try {
            return Optional.of(new AccountId(Long.parseLong(subject)));
        } catch (IllegalArgumentException noAccount) {
            return Optional.empty();
        }
    }

    /** The {@code sub} claim of this account's tokens. */
    public String subject() {
        return Long.toString(value);
    }

    @Override
    public String toString() {
        return subject();
    }
}
