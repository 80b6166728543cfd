package io.mapwright.auth.account;

import java.util.Locale;
import java.util.Optional;

/** What a person may do; each role is one group in their tokens. */
public enum Role {
    /** Draws maps. */
    USER,
    /** Also looks after the people and keys of their own organization. */
    MANAGER,
    /** Looks after everything. */
    ADMIN;

    /** The role as it is written in tokens, JSON and the database. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role written as {@code group}; empty when there is none. */
    public static Optional<Role> parse(String group) {
        for (Role role : values()) {
            if (role.group().equals(group)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
