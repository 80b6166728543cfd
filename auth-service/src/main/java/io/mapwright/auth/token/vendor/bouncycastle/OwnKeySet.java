package io.mapwright.auth.token.vendor.bouncycastle;

import io.mapwright.auth.token.PublishedKey;
import io.mapwright.auth.token.SigningKeys;
import io.mapwright.defaults.identity.KeySet;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** This service believes its own keys and need not ask anybody for them. */
@Singleton
class OwnKeySet implements KeySet {

    private final Map<String, PublicKey> keys;

    OwnKeySet(SigningKeys signing) {
        this.keys = signing.published().stream().collect(Collectors.toMap(PublishedKey::keyId, OwnKeySet::publicKey));
    }

    @Override
    public Uni<PublicKey> key(String kid) {
        PublicKey key = keys.get(kid);
        return key == null
                ? Uni.createFrom().failure(new UnknownKeyException())
                : Uni.createFrom().item(key);
    }

    @Override
    public boolean isLoaded() {
        return true;
    }

    private static PublicKey publicKey(PublishedKey published) {
        byte[] raw = Base64.getUrlDecoder().decode(published.x());
        try {
            byte[] der = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new Ed25519PublicKeyParameters(raw))
                    .getEncoded();
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that was read can be written", impossible);
        }
    }
}
