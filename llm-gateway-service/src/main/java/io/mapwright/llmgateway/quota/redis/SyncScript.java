package io.mapwright.llmgateway.quota.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The ledger's script.
 *
 * @param source its text
 * @param sha the name under which Redis remembers it once it has seen the text
 */
record SyncScript(String source, String sha) {

    private static final String RESOURCE = "/quota/sync.lua";

    /** The script that ships with this release. */
    static SyncScript load() {
        try (var stream = SyncScript.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            var bytes = stream.readAllBytes();
            return new SyncScript(new String(bytes, StandardCharsets.UTF_8), shaOf(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shaOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
