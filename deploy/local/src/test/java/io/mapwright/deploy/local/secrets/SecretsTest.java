package io.mapwright.deploy.local.secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void areMadeUpOnceAndKept() throws Exception {
        Secrets first = Secrets.in(folder.resolve("secrets"));
        Credentials credentials = first.credentials();
        String key = Files.readString(first.signingKey());

        Secrets again = Secrets.in(folder.resolve("secrets"));

        assertThat(again.credentials()).isEqualTo(credentials);
        assertThat(Files.readString(again.signingKey())).isEqualTo(key);
    }

    @Test
    void differBetweenStacks() {
        Credentials one = Secrets.in(folder.resolve("one")).credentials();
        Credentials other = Secrets.in(folder.resolve("other")).credentials();

        assertThat(one.adminPassword()).isNotEqualTo(other.adminPassword()).isNotEqualTo(one.teacherPassword());
        assertThat(one.apiKey()).isNotEqualTo(other.apiKey()).matches("mg_[A-Za-z0-9_-]{32}");
        assertThat(one.invitationCode()).matches("[A-Z]{4}-[A-Z0-9]{5}");
    }

    @Test
    void areReadableByTheirOwnerOnly() throws Exception {
        Path secrets = folder.resolve("secrets");
        Secrets.in(secrets);

        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files.toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
    }

    @Test
    void holdAnEd25519Key() throws Exception {
        String pem = Files.readString(Secrets.in(folder.resolve("secrets")).signingKey());
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");

        assertThat(KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)))
                        .getAlgorithm())
                .isIn("EdDSA", "Ed25519");
    }

    @Test
    void doNotShowThemselves() {
        Credentials credentials = Secrets.in(folder.resolve("secrets")).credentials();

        assertThat(credentials.toString()).doesNotContain(credentials.adminPassword(), credentials.apiKey());
    }
}
