package io.mapwright.auth.token.vendor.bouncycastle;

import io.mapwright.auth.token.PublishedKey;
import io.mapwright.auth.token.SigningConfig;
import io.mapwright.auth.token.SigningKey;
import io.mapwright.auth.token.SigningKeys;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys in the configured PEM files, read once at start. */
@Startup
@ApplicationScoped
class FileSigningKeys implements SigningKeys {

    private final SigningKey current;
    private final List<PublishedKey> published;

    FileSigningKeys(SigningConfig config) {
        this.current = current(config);
        List<PublishedKey> keys = new ArrayList<>();
        keys.add(current.published());
        config.previousKeyFiles().orElse(List.of()).forEach(file -> keys.add(Ed25519Pem.publishedKey(file)));
        this.published = keys.stream().distinct().toList();
    }

    @Override
    public SigningKey current() {
        return current;
    }

    @Override
    public List<PublishedKey> published() {
        return published;
    }

    private static SigningKey current(SigningConfig config) {
        Optional<Path> file = config.keyFile();
        if (file.isEmpty()) {
            if (!config.generateMissing()) {
                throw new IllegalStateException("auth.signing.key-file (AUTH_SIGNING_KEY_FILE) names no file");
            }
            return Ed25519Pem.signingKey(fresh());
        }
        if (config.generateMissing() && Files.notExists(file.get())) {
            write(file.get());
        }
        return Ed25519Pem.signingKey(file.get());
    }

    /** Replicas may start at the same time: the first complete file stays, the others use it. */
    private static void write(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".signing-key", ".pem");
            try {
                if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(draft, Ed25519Pem.pem(fresh()));
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException another) {
                // Another replica was faster; its key is read next.
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("writing the signing key to " + file, failure);
        }
    }

    private static PrivateKey fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", impossible);
        }
    }
}
