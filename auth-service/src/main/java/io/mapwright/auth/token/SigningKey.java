package io.mapwright.auth.token;

import java.security.PrivateKey;

/** A key that signs. */
public record SigningKey(PrivateKey privateKey, PublishedKey published) {

    @Override
    public String toString() {
        return "SigningKey[" + published.keyId() + "]";
    }
}
