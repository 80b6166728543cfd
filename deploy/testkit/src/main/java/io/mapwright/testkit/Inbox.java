package io.mapwright.testkit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What an embedded SMTP server accepted.
 *
 * @param port of its inbox on 127.0.0.1
 */
public record Inbox(int port) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A mail.
     *
     * @param id unique, and in the order of arrival
     * @param to the address it was delivered to
     * @param from its sender, empty when its header has none
     * @param subject decoded
     * @param text the plain part, empty when it has none
     * @param html the HTML part, empty when it has none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Mail(String id, String to, String from, String subject, String text, String html) {}

    /** In the order of arrival. */
    public List<Mail> messagesTo(String address) {
        String query = "to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/messages?" + query))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return List.of(JSON.readValue(response.body(), Mail[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
