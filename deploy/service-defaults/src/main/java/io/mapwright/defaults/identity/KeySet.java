package io.mapwright.defaults.identity;

import io.smallrye.mutiny.Uni;

import java.security.PublicKey;

/**
 * The public keys that sign the suite's access tokens, held in memory: verifying a token costs no I/O.
 *
 * <p>auth-service provides its own; all others use the fetched one of this module.
 */
public interface KeySet {

    /**
     * The key called {@code kid}.
     *
     * @param kid the {@code kid} of a token's header
     * @return fails with {@link UnknownKeyException} when the issuer has no such key, and with
     *     {@link KeySetUnavailableException} when that cannot be told because no key set could be read
     */
    Uni<PublicKey> key(String kid);

    /** Whether keys are known, so that tokens can be verified at all. */
    boolean isLoaded();

    /** The issuer has no key of this name: the token is bad. */
    final class UnknownKeyException extends RuntimeException {
        public UnknownKeyException() {
            super("the token names a key that its issuer does not have", null, false, false);
        }
    }

    /** The keys could not be read: nothing is known about the token, and it must not be called bad. */
    final class KeySetUnavailableException extends RuntimeException {
        public KeySetUnavailableException(Throwable cause) {
            super("the issuer's key set could not be read", cause, false, false);
        }
    }
}
