package io.mapwright.auth.token.vendor.bouncycastle;

import io.mapwright.auth.Configured;
import io.mapwright.auth.token.PublishedKey;
import io.mapwright.auth.token.SigningConfig;
import io.mapwright.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileSigningKeysTest {

    /** Written by {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout}. */
    private static final String PUBLIC_PEM = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----
            """;

    @TempDir
    Path folder;

    @Test
    void refusesToStartWithoutAKey() {
        assertThatThrownBy(() -> keys(Map.of())).hasMessageContaining("AUTH_SIGNING_KEY_FILE");
        assertThatThrownBy(() -> keys(Map.of("auth.signing.key-file", path("nowhere.pem"))))
                .hasMessageContaining("nowhere.pem");
    }

    @Test
    void readsTheKeyInTheFile() {
        FileSigningKeys keys =
                keys(Map.of("auth.signing.key-file", TestTokens.signingKey().toString()));

        assertThat(TestTokens.keySet())
                .extracting(uri -> text(Path.of(uri)))
                .asString()
                .contains(keys.current().published().x());
    }

    @Test
    void publishesPreviousKeysOfEitherHalfAfterTheCurrentOne() throws IOException {
        Files.writeString(folder.resolve("old-public.pem"), PUBLIC_PEM);

        FileSigningKeys keys = keys(Map.of(
                "auth.signing.key-file",
                path("new.pem"),
                "auth.signing.generate-missing",
                "true",
                "auth.signing.previous-key-files",
                path("old-public.pem") + "," + TestTokens.signingKey().toString()));

        assertThat(keys.published())
                .hasSize(3)
                .startsWith(keys.current().published())
                .contains(new PublishedKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
    }

    @Test
    void saysThatAPublicKeyCannotSign() throws IOException {
        Files.writeString(folder.resolve("public.pem"), PUBLIC_PEM);

        assertThatThrownBy(() -> keys(Map.of("auth.signing.key-file", path("public.pem"))))
                .hasMessageContaining("public.pem")
                .hasMessageContaining("private");
    }

    @Test
    void saysThatAFileHoldsNoKey() throws IOException {
        Files.writeString(folder.resolve("note.pem"), "remember the milk");

        assertThatThrownBy(() -> keys(Map.of("auth.signing.key-file", path("note.pem"))))
                .hasMessageContaining("note.pem");
    }

    @Test
    void makesOneKeyForReplicasThatStartAtOnce() throws IOException {
        Map<String, String> settings =
                Map.of("auth.signing.key-file", path("made.pem"), "auth.signing.generate-missing", "true");

        List<String> ids = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> keys(settings).current().published().keyId())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(Files.getPosixFilePermissions(folder.resolve("made.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder).isDirectoryNotContaining("glob:**/.signing-key*");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static FileSigningKeys keys(Map<String, String> settings) {
        return new FileSigningKeys(Configured.by(SigningConfig.class, settings));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
