package io.mapwright.auth.replicas;

import io.mapwright.auth.Browser;
import io.mapwright.auth.Demo;
import io.mapwright.testkit.Replica;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import static io.restassured.http.ContentType.JSON;

/** Somebody who talks to one replica after another, and reads captchas in Redis. */
final class Visitor {

    private final URI redis;

    Visitor(String redisUri) {
        redis = URI.create(redisUri);
    }

    static RequestSpecification at(Replica replica) {
        return Browser.given().baseUri(replica.url());
    }

    static Response send(Replica replica, String path, Map<String, ?> body) {
        return at(replica)
                .contentType(JSON)
                .body(new JsonObject(Browser.with(body)).encode())
                .post(path);
    }

    /** A captcha that {@code replica} drew, and its answer. */
    Map<String, Object> captcha(Replica replica) {
        String id = at(replica)
                .get("/api/auth/captcha/generate")
                .then()
                .statusCode(200)
                .extract()
                .path("captcha_id");
        return Map.of("captcha_id", id, "captcha", read("auth:captcha:" + id));
    }

    Response login(Replica replica, Map<String, ?> captcha) {
        return send(replica, "/api/auth/login", Browser.with(captcha, "phone", Demo.ADMIN, "password", Demo.PASSWORD));
    }

    Response login(Replica replica) {
        return login(replica, captcha(replica));
    }

    private String read(String key) {
        String database = redis.getPath().isEmpty() ? "0" : redis.getPath().substring(1);
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(("SELECT " + database + "\r\nGET " + key + "\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String[] lines =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\r\n");
            return lines[2];
        } catch (IOException failure) {
            throw new UncheckedIOException("reading a captcha", failure);
        }
    }
}
