package io.mapwright.deploy.load.suite;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The public API as a client program sees it. Blocks; threadsafe. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(170);

    private final String baseUrl;
    private final InstantSource time;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param baseUrl without a slash at the end */
    public Api(String baseUrl, InstantSource time) {
        this.baseUrl = baseUrl;
        this.time = time;
    }

    /** Asks for something. A dead connection is an answer with status 0. */
    public Answer get(String path, Caller caller) throws InterruptedException {
        return send(request(path, caller).GET());
    }

    /** Deletes something. A dead connection is an answer with status 0. */
    public Answer delete(String path, Caller caller) throws InterruptedException {
        return send(request(path, caller).DELETE());
    }

    /** Sends JSON. A dead connection is an answer with status 0. */
    public Answer post(String path, JsonNode body, Caller caller) throws InterruptedException {
        return send(request(path, caller)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    /** Replaces or changes something with JSON. A dead connection is an answer with status 0. */
    public Answer put(String path, JsonNode body, Caller caller) throws InterruptedException {
        return send(request(path, caller)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path, Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(PATIENCE)
                .header("X-Language", "en");
        caller.identify(request);
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        Instant began = time.instant();
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(), response.body(), response.headers().firstValue("Retry-After"), since(began));
        } catch (IOException broken) {
            return new Answer(0, broken.toString(), Optional.empty(), since(began));
        }
    }

    private Duration since(Instant began) {
        return Duration.between(began, time.instant());
    }
}
