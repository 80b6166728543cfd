package io.mapwright.deploy.load.suite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.local.secrets.Secrets;
import io.mapwright.deploy.local.stack.Suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

/**
 * Tokens of people who never registered, signed with the key of the stack on this machine: a load of many organizations needs
 * no accounts, and the product no back door.
 */
public final class SignedTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final String keyId;
    private final InstantSource time;

    /** Reads the stack's signing key and asks its auth-service under which name it is published. */
    public SignedTokens(RunningStack stack, InstantSource time) throws InterruptedException {
        this.key = read(stack);
        this.time = time;
        Api auth = new Api("http://127.0.0.1:" + stack.ports().service(Suite.AUTH, 0), time);
        Answer keys = auth.get("/.well-known/jwks.json", new Caller.Anonymous());
        this.keyId = keys.json().path("keys").path(0).path("kid").asText();
        if (keyId.isEmpty()) {
            throw new UnexpectedAnswerException("a key set", keys);
        }
    }

    /** A person of an organization. */
    public Caller user(String id, String organization, Duration lifetime) {
        return new Caller.Bearer(token(id, organization, "user", lifetime));
    }

    /** Somebody who may look at everything. */
    public Caller admin(Duration lifetime) {
        return new Caller.Bearer(token("load-admin", "load", "admin", lifetime));
    }

    private String token(String subject, String organization, String group, Duration lifetime) {
        Instant now = time.instant();
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", "EdDSA")
                .put("typ", "JWT")
                .put("kid", keyId);
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", "mapwright-auth")
                .put("aud", "mapwright")
                .put("sub", subject)
                .put("org_id", organization)
                .put("phone", "199****0000")
                .put("jti", UUID.randomUUID().toString())
                .put("sid", UUID.randomUUID().toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(lifetime).getEpochSecond());
        claims.putArray("groups").add(group);
        String signed = encoded(header) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private static String encoded(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey read(RunningStack stack) {
        try {
            String pem = Files.readString(Secrets.in(stack.layout().secrets()).signingKey());
            byte[] bytes = Base64.getMimeDecoder()
                    .decode(pem.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat));
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stack's signing key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stack's signing key is none", e);
        }
    }
}
