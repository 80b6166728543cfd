package io.mapwright.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings under {@code auth.signing}: where the keys are. */
@ConfigMapping(prefix = "auth.signing")
public interface SigningConfig {

    /**
     * PEM file with the Ed25519 private key (PKCS #8) that signs tokens; mounted from a secret, the same for all
     * replicas. Without it the service does not start, unless {@link #generateMissing()}.
     */
    Optional<Path> keyFile();

    /**
     * PEM files of keys that signed earlier, private or public, published until the last of their tokens has expired.
     * Empty when no key was replaced lately.
     */
    Optional<List<Path>> previousKeyFiles();

    /**
     * Whether a missing key file is written with a fresh key, or, when no file is named, a key lives as long as this
     * process. For a developer's machine and tests; refused in production.
     */
    @WithDefault("false")
    boolean generateMissing();
}
