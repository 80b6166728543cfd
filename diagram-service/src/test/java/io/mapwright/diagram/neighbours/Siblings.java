package io.mapwright.diagram.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.ConfigProvider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** A test's view of the scripted siblings. */
public final class Siblings {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Siblings() {}

    /** The calls of the gateway whose prompt contains {@code word}, oldest first. */
    public static List<JsonNode> callsWith(String word) {
        try {
            var calls = JSON.readTree(get("/test/calls"));
            return StreamSupport.stream(calls.spliterator(), false)
                    .filter(call -> call.path("prompt").asText().contains(word))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many API keys were exchanged so far. */
    public static int exchanges() {
        return Integer.parseInt(get("/test/exchanges"));
    }

    /** Kills PostgreSQL as {@code kill -9} does. */
    public static void killDatabase() {
        get("/test/database/kill");
    }

    /** Starts it again with the same data. */
    public static void startDatabase() {
        get("/test/database/start");
    }

    private static String get(String path) {
        var url = ConfigProvider.getConfig().getValue("mapwright.llm-gateway.url", String.class);
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(url + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
