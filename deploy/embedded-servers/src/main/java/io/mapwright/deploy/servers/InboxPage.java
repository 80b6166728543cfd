package io.mapwright.deploy.servers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inbox over HTTP, on the loopback interface: a page for people at {@code /}, JSON for programs at
 * {@code GET /api/messages?to=<address>} (all messages without {@code to}), and {@code DELETE /api/messages}.
 */
final class InboxPage implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers;
    private final MailStore store;

    private InboxPage(HttpServer server, ExecutorService workers, MailStore store) {
        this.server = server;
        this.workers = workers;
        this.store = store;
    }

    static InboxPage serve(int port, MailStore store) {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
            var workers = Executors.newFixedThreadPool(2);
            var page = new InboxPage(server, workers, store);
            server.setExecutor(workers);
            server.createContext("/", page::page);
            server.createContext("/api/messages", page::messages);
            server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve the inbox on port " + port + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void messages(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" ->
                answer(exchange, 200, "application/json", JSON.writeValueAsString(store.messages(recipient(exchange))));
            case "DELETE" -> {
                store.deleteAll();
                answer(exchange, 200, "application/json", "[]");
            }
            default -> answer(exchange, 405, "text/plain", "GET or DELETE");
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            answer(exchange, 404, "text/plain", "The inbox is at /");
            return;
        }
        List<Mail> mails = store.messages(Optional.empty()).reversed();
        answer(exchange, 200, "text/html", """
                <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
                <title>Inbox (%d)</title>
                <style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:50rem}
                article{border-top:1px solid #ccc;padding:1rem 0}h2{font-size:1rem;margin:0}
                p{color:#666;margin:.2rem 0}pre{white-space:pre-wrap;margin:.5rem 0}</style>
                <h1>Inbox</h1><p>%d messages; nothing ever left this machine.</p>
                %s</html>
                """.formatted(
                        mails.size(),
                        mails.size(),
                        mails.stream().map(InboxPage::article).collect(Collectors.joining())));
    }

    private static String article(Mail mail) {
        return "<article><h2>%s</h2><p>%s → %s, %s</p><pre>%s</pre></article>%n"
                .formatted(
                        escaped(mail.subject()),
                        escaped(mail.from()),
                        escaped(mail.to()),
                        escaped(mail.receivedAt()),
                        escaped(mail.text().isEmpty() ? mail.html() : mail.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Optional<String> recipient(HttpExchange exchange) {
        return Stream.ofNullable(exchange.getRequestURI().getRawQuery())
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(pair -> pair.startsWith("to="))
                .map(pair -> URLDecoder.decode(pair.substring(3), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
