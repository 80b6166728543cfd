package io.mapwright.defaults.identity.client;

import io.mapwright.defaults.identity.IdentityConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads a JWK set (RFC 7517) over HTTP or from a file, within the configured limits. */
final class KeySource {

    private static final int LARGEST_SET = 64 * 1024;

    private final Vertx vertx;
    private final HttpClient http;
    private final long fetchMillis;

    KeySource(Vertx vertx, IdentityConfig config) {
        this.vertx = vertx;
        this.fetchMillis = config.fetchTimeout().toMillis();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setReadIdleTimeout((int) fetchMillis)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxPoolSize(1)
                .setKeepAlive(false));
    }

    Future<Map<String, PublicKey>> read(URI location) {
        return ("file".equals(location.getScheme()) ? file(location) : http(location)).map(KeySource::parse);
    }

    private Future<Buffer> file(URI location) {
        return vertx.fileSystem().readFile(Path.of(location).toString());
    }

    private Future<Buffer> http(URI location) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(location.toString())
                .setTimeout(fetchMillis);
        return http.request(options).compose(request -> request.send()).compose(response -> {
            if (response.statusCode() != 200) {
                return Future.failedFuture(new IllegalStateException("answered " + response.statusCode()));
            }
            return response.body();
        });
    }

    private static Map<String, PublicKey> parse(Buffer body) {
        if (body.length() > LARGEST_SET) {
            throw new IllegalStateException("a key set of " + body.length() + " bytes is none of ours");
        }
        try {
            Map<String, PublicKey> keys = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(body.toString()).getJsonWebKeys()) {
                if (key instanceof PublicJsonWebKey usable && key.getKeyId() != null) {
                    keys.put(key.getKeyId(), usable.getPublicKey());
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException("the key set holds no public key with a kid");
            }
            return Map.copyOf(keys);
        } catch (JoseException malformed) {
            throw new IllegalStateException("not a JWK set", malformed);
        }
    }
}
