package io.mapwright.deploy.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Calls a simulator over real HTTP. */
public final class Caller {

    public static final String DASHSCOPE = "/dashscope/compatible-mode/v1/chat/completions";
    public static final String DEEPSEEK = "/deepseek/chat/completions";
    public static final String MOONSHOT = "/moonshot/v1/chat/completions";
    public static final String HUNYUAN = "/hunyuan/v1/chat/completions";
    public static final String ARK = "/ark/api/v3/chat/completions";
    public static final String OPENAI = "/openai/v1/chat/completions";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    public Caller(Simulator simulator) {
        base = simulator.baseUrl();
    }

    public static String modelOf(String path) {
        return switch (path) {
            case DASHSCOPE -> "qwen-plus";
            case DEEPSEEK -> "deepseek-v4-pro";
            case MOONSHOT -> "kimi-k2-turbo-preview";
            case HUNYUAN -> "hunyuan-turbo";
            case ARK -> "doubao-1-5-pro-32k-250115";
            default -> "gpt-x";
        };
    }

    /** A body that asks for a little map; {@code more} is JSON members with a leading comma. */
    public static String body(String path, String more) {
        return "{\"model\":\"" + modelOf(path) + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Answer as json"
                + " {\\\"topic\\\": \\\"t\\\", \\\"context\\\": []} <user_text>水循环</user_text>\"}]" + more + "}";
    }

    public HttpResponse<String> chat(String path, String more) throws IOException, InterruptedException {
        return post(path, body(path, more));
    }

    public HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(path, body, headers), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Hands on the lines of an answer as they come. */
    public void lines(String path, String body, Consumer<String> each) throws IOException, InterruptedException {
        client.send(request(path, body), HttpResponse.BodyHandlers.ofLines())
                .body()
                .forEach(each);
    }

    public HttpResponse<byte[]> bytes(String path, String more) throws IOException, InterruptedException {
        return client.send(request(path, body(path, more)), HttpResponse.BodyHandlers.ofByteArray());
    }

    public CompletableFuture<HttpResponse<String>> start(String path, String more) {
        return client.sendAsync(
                request(path, body(path, more)), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("authorization", "Bearer sk-test")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("authorization", "Bearer sk-test")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }
}
