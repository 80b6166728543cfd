package io.mapwright.llmgateway.metering.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Lua that makes two steps one. Sent in full each time: it is small, and a restarted Redis knows no digests. */
enum Script {
    CLOSE("close"),
    NEXT("next");

    private final String source;

    Script(String name) {
        String path = "/metering/" + name + ".lua";
        try (InputStream file = Script.class.getResourceAsStream(path)) {
            this.source = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }

    String source() {
        return source;
    }
}
