package io.mapwright.testkit;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Really signed tokens, as auth-service issues them, and the ways in which a token can be bad. */
public final class TestTokens {

    private TestTokens() {}

    /** A token of a signed-in person, in the group {@code user}, without an organization. */
    public static Builder user(String id) {
        return new Builder(id, List.of("user"));
    }

    /** A token that was exchanged for the API key of this id. */
    public static Builder apiKey(String id) {
        return new Builder("key:" + id, List.of("api-key"));
    }

    /** A token of a sibling service. */
    public static Builder service(String name) {
        return new Builder("service:" + name, List.of("service"));
    }

    /** Good in everything but its age. */
    public static String expired() {
        return user("1").expiresIn(Duration.ofMinutes(-5)).token();
    }

    /** Good in everything, and it names the right key, but another one signed it. */
    public static String forged() {
        return user("1").forged().token();
    }

    /** Not signed at all, and it says so. */
    public static String unsigned() {
        return user("1").unsigned().token();
    }

    /** Signed by the right key for another issuer. */
    public static String ofWrongIssuer() {
        return user("1").claim("iss", "somebody-else").token();
    }

    /** Meant for another audience. */
    public static String forWrongAudience() {
        return user("1").claim("aud", "somebody-else").token();
    }

    /** The JWK set that good tokens are verified with, a {@code file:} URI. */
    public static URI keySet() {
        return TestKeys.ofThisMachine().keySet().toUri();
    }

    /** The private key of good tokens, PKCS#8 in PEM, for the service that issues tokens itself. */
    public static Path signingKey() {
        return TestKeys.ofThisMachine().signingKey();
    }

    /** The id of that key, as in the {@code kid} header. */
    public static String keyId() {
        return TestKeys.KEY_ID;
    }

    /** A token in the making; every method changes it and returns it. */
    public static final class Builder {

        private final Map<String, Object> claims = new TreeMap<>();
        private Duration lifetime = Duration.ofHours(1);
        private boolean forged;
        private boolean unsigned;

        private Builder(String subject, List<String> groups) {
            claims.put("iss", "mapwright-auth");
            claims.put("aud", "mapwright");
            claims.put("sub", subject);
            claims.put("groups", groups);
            claims.put("jti", UUID.randomUUID().toString());
            claims.put("sid", UUID.randomUUID().toString());
            claims.put("phone", "138****0000");
        }

        /** The organization of the caller; without this call the token names none. */
        public Builder organization(String id) {
            return claim("org_id", id);
        }

        /** These groups instead of the usual ones. */
        public Builder groups(String... groups) {
            return claim("groups", List.of(groups));
        }

        /** The session it belongs to; a random one unless told. */
        public Builder session(String id) {
            return claim("sid", id);
        }

        /** From now; negative for one that has expired. One hour unless told. */
        public Builder expiresIn(Duration duration) {
            lifetime = duration;
            return this;
        }

        /** Any claim, in place of what it would be. */
        public Builder claim(String name, Object value) {
            claims.put(name, value);
            return this;
        }

        /** Leaves a claim out. */
        public Builder without(String name) {
            claims.remove(name);
            return this;
        }

        /** Lets another key sign, under the name of the right one. */
        public Builder forged() {
            forged = true;
            return this;
        }

        /** Leaves the signature out ({@code alg: none}). */
        public Builder unsigned() {
            unsigned = true;
            return this;
        }

        /** The compact form, for {@code Authorization: Bearer}. */
        public String token() {
            var now = Instant.now();
            var jwt = new JwtClaims();
            claims.forEach(jwt::setClaim);
            // An expired token was issued before it expired.
            var issued = lifetime.isNegative() ? now.plus(lifetime).minus(Duration.ofHours(1)) : now;
            jwt.setIssuedAt(NumericDate.fromSeconds(issued.getEpochSecond()));
            jwt.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
            var signature = new JsonWebSignature();
            signature.setPayload(jwt.toJson());
            signature.setHeader("typ", "JWT");
            if (unsigned) {
                signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
                signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            } else {
                signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
                signature.setKeyIdHeaderValue(TestKeys.KEY_ID);
                signature.setKey(
                        forged
                                ? TestKeys.generate().getPrivate()
                                : TestKeys.ofThisMachine().read());
            }
            try {
                return signature.getCompactSerialization();
            } catch (JoseException e) {
                throw new IllegalStateException("cannot sign a token", e);
            }
        }
    }
}
