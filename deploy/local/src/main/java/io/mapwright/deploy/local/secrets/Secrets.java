package io.mapwright.deploy.local.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder with a stack's secrets. What is missing is made up; what is there is kept. */
public final class Secrets {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String ORGANIZATION = "DEMO";
    private static final String TEACHER = "13800000001";
    private static final String ADMIN = "13800000000";

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secrets in this folder, complete. Files are readable by their owner only. */
    public static Secrets in(Path folder) {
        Secrets secrets = new Secrets(folder);
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            SecureRandom random = new SecureRandom();
            if (!Files.exists(secrets.signingKey())) {
                secrets.store(secrets.signingKey(), newSigningKey(random));
            }
            if (!Files.exists(secrets.credentialsFile())) {
                secrets.store(secrets.credentialsFile(), JSON.writeValueAsString(newCredentials(random)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create secrets in " + folder, e);
        }
        return secrets;
    }

    /** PEM file with the Ed25519 key that signs access tokens. */
    public Path signingKey() {
        return folder.resolve("signing-key.pem");
    }

    /** The demo accounts' credentials. */
    public Credentials credentials() {
        try {
            return JSON.readValue(credentialsFile().toFile(), Credentials.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + credentialsFile() + "; --fresh makes a new one", e);
        }
    }

    private Path credentialsFile() {
        return folder.resolve("credentials.json");
    }

    private static Credentials newCredentials(SecureRandom random) {
        RandomWords words = new RandomWords(random);
        return new Credentials(
                ORGANIZATION,
                words.invitation(ORGANIZATION),
                TEACHER,
                words.password(),
                ADMIN,
                words.password(),
                words.apiKey(),
                words.password());
    }

    private static String newSigningKey(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /** Whole or not at all, and never readable by others in between. */
    private void store(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(
                folder, "new", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
