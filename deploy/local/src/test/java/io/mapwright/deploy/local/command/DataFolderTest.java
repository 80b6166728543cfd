package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.arguments.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void refusesAFolderWithOtherThingsInIt() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.at(folder)).isInstanceOf(UsageException.class);
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void isStillAStacksFolderAfterBeingEmptied() throws Exception {
        DataFolder data = DataFolder.at(folder);
        Files.createDirectories(folder.resolve("postgres/cluster"));
        Files.writeString(folder.resolve("postgres/cluster/row"), "x");

        data.empty();

        assertThat(folder.resolve("postgres")).doesNotExist();
        DataFolder.at(folder);
    }

    @Test
    void keepsTheLogsOfTheLastRunBesideTheNewOnes() throws Exception {
        DataFolder data = DataFolder.at(folder);
        Files.writeString(folder.resolve("logs/a.log"), "last run");

        data.rotateLogs();

        assertThat(folder.resolve("logs/a.log")).doesNotExist();
        assertThat(folder.resolve("logs/previous/a.log")).hasContent("last run");
    }
}
