package io.mapwright.auth.token.vendor.bouncycastle;

import io.mapwright.auth.token.PublishedKey;
import io.mapwright.auth.token.SigningKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Ed25519 keys from PEM text as {@code openssl genpkey -algorithm ed25519} writes it. */
final class Ed25519Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");

    private Ed25519Pem() {}

    /** The signing key in a file; names the file when there is none. */
    static SigningKey signingKey(Path file) {
        Block block = read(file);
        if (!block.isPrivate()) {
            throw new IllegalStateException(file + " holds a public key; a private one is needed to sign");
        }
        return signingKey(block.der(), file);
    }

    /** The public half of the key in a file, whichever half is there. */
    static PublishedKey publishedKey(Path file) {
        Block block = read(file);
        return block.isPrivate() ? signingKey(block.der(), file).published() : publicHalf(block.der(), file);
    }

    static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    static SigningKey signingKey(PrivateKey key) {
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        Ed25519PublicKeyParameters publicKey = new Ed25519PrivateKeyParameters(seed).generatePublicKey();
        return new SigningKey(key, published(publicKey));
    }

    private static SigningKey signingKey(byte[] der, Path file) {
        try {
            return signingKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException other) {
            throw new IllegalStateException(file + " holds no Ed25519 private key in PKCS #8 form", other);
        }
    }

    private static PublishedKey publicHalf(byte[] der, Path file) {
        try {
            if (PublicKeyFactory.createKey(SubjectPublicKeyInfo.getInstance(der))
                    instanceof Ed25519PublicKeyParameters key) {
                return published(key);
            }
        } catch (IOException | IllegalArgumentException other) {
            throw new IllegalStateException(file + " holds no Ed25519 public key", other);
        }
        throw new IllegalStateException(file + " holds a public key, but not an Ed25519 one");
    }

    private static PublishedKey published(Ed25519PublicKeyParameters key) {
        return new PublishedKey(Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded()));
    }

    private static Block read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the key file " + file + " can't be read", unreadable);
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new IllegalStateException("there is no PEM key in " + file);
        }
        return new Block(
                block.group(1).equals("PRIVATE"), Base64.getMimeDecoder().decode(block.group(2)));
    }

    private record Block(boolean isPrivate, byte[] der) {}
}
