package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes text as bytes, in good order or with the faults of framing that a call is fated to. */
final class Wire {

    private final HttpServerResponse response;
    private final boolean crlf;
    private final boolean split;
    private final ByteArrayOutputStream packed;
    private final GZIPOutputStream gzip;

    Wire(HttpServerResponse response, Fate fate) {
        this.response = response;
        this.crlf = fate.has(FaultKind.CRLF);
        this.split = fate.has(FaultKind.SPLIT_UTF8);
        this.packed = new ByteArrayOutputStream();
        this.gzip = fate.has(FaultKind.GZIP) ? gzip(packed) : null;
    }

    boolean isPlain() {
        return gzip == null && !split;
    }

    /** The bytes of a text as they will go out. */
    Buffer encode(String text) {
        String lines = crlf ? text.replace("\n", "\r\n") : text;
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return gzip == null ? Buffer.buffer(bytes) : Buffer.buffer(pack(bytes));
    }

    void write(String text) {
        Buffer bytes = encode(text);
        if (split) {
            for (int i = 0; i < bytes.length(); i += 3) {
                response.write(bytes.getBuffer(i, Math.min(i + 3, bytes.length())));
            }
        } else {
            response.write(bytes);
        }
    }

    void end(String text) {
        if (gzip != null || split) {
            write(text);
            if (gzip != null) {
                response.write(Buffer.buffer(finish()));
            }
            response.end();
        } else if (text.isEmpty()) {
            response.end();
        } else {
            response.end(encode(text));
        }
    }

    boolean isFull() {
        return response.writeQueueFull();
    }

    void whenDrained(Handler<Void> then) {
        response.drainHandler(then);
    }

    private byte[] pack(byte[] bytes) {
        try {
            gzip.write(bytes);
            gzip.flush();
            byte[] out = packed.toByteArray();
            packed.reset();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] finish() {
        try {
            gzip.finish();
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GZIPOutputStream gzip(ByteArrayOutputStream out) {
        try {
            return new GZIPOutputStream(out, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
