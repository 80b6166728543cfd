package io.mapwright.auth.token;

import java.util.List;

/** The Ed25519 keys of this installation. All replicas have the same ones. */
public interface SigningKeys {

    /** The key that signs new tokens. */
    SigningKey current();

    /** Every key whose tokens are still to be believed: the current one first, then the previous ones. */
    List<PublishedKey> published();
}
