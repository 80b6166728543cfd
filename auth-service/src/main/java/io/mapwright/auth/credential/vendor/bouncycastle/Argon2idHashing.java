package io.mapwright.auth.credential.vendor.bouncycastle;

import io.mapwright.auth.credential.Password;
import io.mapwright.auth.credential.PasswordCheck;
import io.mapwright.auth.credential.PasswordConfig;
import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.credential.PasswordHashing;
import jakarta.enterprise.context.ApplicationScoped;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** Argon2id (RFC 9106) by Bouncy Castle. */
@ApplicationScoped
class Argon2idHashing implements PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 32;

    private final SecureRandom random;
    private final Argon2Cost cost;

    Argon2idHashing(PasswordConfig config, SecureRandom random) {
        this.random = random;
        this.cost = new Argon2Cost(config.memoryKib(), config.iterations(), 1);
    }

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Argon2Line(cost, salt, digest(password, cost, salt, DIGEST_BYTES)).encoded();
    }

    @Override
    public PasswordCheck check(Password password, PasswordHash hash) {
        return Argon2Line.parse(hash).map(line -> compare(password, line)).orElse(PasswordCheck.MISMATCH);
    }

    private PasswordCheck compare(Password password, Argon2Line line) {
        byte[] computed = digest(password, line.cost(), line.salt(), line.digest().length);
        if (!MessageDigest.isEqual(computed, line.digest())) {
            return PasswordCheck.MISMATCH;
        }
        return line.cost().equals(cost) ? PasswordCheck.MATCH : PasswordCheck.OUTDATED;
    }

    private static byte[] digest(Password password, Argon2Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] digest = new byte[length];
        generator.generateBytes(password.plain().getBytes(StandardCharsets.UTF_8), digest);
        return digest;
    }
}
