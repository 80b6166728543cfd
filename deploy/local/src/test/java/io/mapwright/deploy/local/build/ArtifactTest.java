package io.mapwright.deploy.local.build;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ArtifactTest {

    @TempDir
    Path folder;

    @Test
    void isMissingUntilItIsThere() throws Exception {
        assertThat(artifact().isMissing()).isTrue();

        write("target/a.jar", 2);

        assertThat(artifact().isMissing()).isFalse();
    }

    @Test
    void isOutdatedWhenAnySourceIsNewer() throws Exception {
        write("target/a.jar", 2);
        write("src/main/java/a/Old.java", 1);
        assertThat(artifact().isOutdated()).isFalse();

        write("src/main/java/a/New.java", 3);

        assertThat(artifact().isOutdated()).isTrue();
    }

    private Artifact artifact() {
        return new Artifact(
                "a", folder.resolve("target/a.jar"), List.of(folder.resolve("src/main"), folder.resolve("pom.xml")));
    }

    private void write(String file, long second) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "x");
        Files.setLastModifiedTime(path, FileTime.fromMillis(second * 1000));
    }
}
