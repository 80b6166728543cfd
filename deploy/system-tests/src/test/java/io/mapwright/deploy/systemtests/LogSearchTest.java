package io.mapwright.deploy.systemtests;

import io.mapwright.deploy.local.secrets.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class LogSearchTest {

    private static final Credentials CREDENTIALS = new Credentials(
            "DEMO",
            "DEMO-AB12C",
            "13800000001",
            "tttt-tttt",
            "13800000000",
            "aaaa-aaaa",
            "mg_" + "k".repeat(32),
            "dddd");

    @TempDir
    Path logs;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /ws/voice/1?token=eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2ln",
                "login with tttt-tttt refused",
                "prompt: 解释光合作用的过程",
                "user 13800000001 logged in",
                "key mg_abcdefghijklmnopqrstuvwxyz012345 expired",
            })
    void findsWhatMustNotBeThere(String line) throws Exception {
        Files.writeString(logs.resolve("a.log"), "harmless\n" + line + "\n");

        assertThat(new LogSearch(logs).findings(LogSearch.whatTheTestsSaid(CREDENTIALS)))
                .singleElement()
                .asString()
                .startsWith("a.log:2 has ")
                .doesNotContain("tttt");
    }

    @Test
    void findsNothingInAnOrdinaryLog() throws Exception {
        Files.writeString(
                logs.resolve("a.log"),
                "2026-11-24 07:26:29 INFO started in 6.1s\nPOST /api/generate_graph 200 41 ms request 1c81\n");

        assertThat(new LogSearch(logs).findings(LogSearch.whatTheTestsSaid(CREDENTIALS)))
                .isEmpty();
    }
}
