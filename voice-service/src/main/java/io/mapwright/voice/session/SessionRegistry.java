package io.mapwright.voice.session;

import io.smallrye.mutiny.Uni;

/**
 * Which connection holds which session, for all replicas together. A holder that is not renewed is forgotten after a
 * while. All methods fail when the registry cannot be reached in time.
 */
public interface SessionRegistry {

    /**
     * Makes {@code holder} the session's holder, unless another user holds it. An older holder of the same user is told
     * so wherever it is connected.
     */
    Uni<Claim> claim(SessionId session, Holder holder);

    /** Keeps {@code holder} the session's holder; one that was forgotten holds it again. */
    Uni<Claim> renew(SessionId session, Holder holder);

    /** Frees the session, unless somebody else holds it by now. */
    Uni<Void> release(SessionId session, Holder holder);

    /**
     * Frees the session of this user and lets its connection be closed, wherever it is.
     *
     * @return whether the user held it
     */
    Uni<Boolean> evict(SessionId session, String user);

    /**
     * One connection of one user.
     *
     * @param user the token's subject
     * @param connection unique for ever
     */
    record Holder(String user, String connection) {}

    /** The answer to a claim. */
    enum Claim {
        /** The session is the claimant's. */
        GRANTED,
        /** A newer connection of the same user has it; never the answer to a first claim. */
        SUPERSEDED,
        /** Another user has it. */
        NOT_YOURS
    }
}
