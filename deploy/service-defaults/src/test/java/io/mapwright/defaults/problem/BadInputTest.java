package io.mapwright.defaults.problem;

import io.mapwright.defaults.identity.Keys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What clients send by mistake, and that each mistake is named. */
@QuarkusTest
@QuarkusTestResource(Keys.class)
class BadInputTest {

    @TestHTTPResource("/")
    URI here;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "page_size=x|page_size|must be a whole number",
                "page_size=|page_size|must be a whole number",
                "page_size=99999999999|page_size|must be a whole number",
                "page_size=101|page_size|must be less than or equal to 100",
                "organization_id=seven|organization_id|must be a whole number",
                "pinned=yes|pinned|must be true or false",
                "kind=SQUARE|kind|must be one of: CIRCLE, TREE",
                "since=yesterday|since|must be a date such as 2026-11-24",
                "lasting_days=1.5|lasting_days|must be a whole number",
            })
    void namesTheQueryParameterThatIsWrong(String query, String field, String message) {
        given().header("X-Language", "en")
                .get("/sample/shelf?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("error_type", equalTo("invalid_parameter"))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo(message))
                .body("detail", containsString(field));
    }

    @Test
    void namesAllWrongQueryParametersAtOnce() {
        given().get("/sample/shelf?page_size=x&since=y&other=z")
                .then()
                .statusCode(422)
                .body("errors.field.toString()", equalTo("[page_size, since]"))
                .body("detail", containsString("必须是整数"));
    }

    @Test
    void readsQueriesThatAreRight() {
        given().get("/sample/shelf?page_size=7&organization_id=3&pinned=true&kind=TREE&since=2026-11-24&lasting_days=2")
                .then()
                .statusCode(200)
                .body(equalTo("7 true true"));
        given().get("/sample/shelf").then().statusCode(200).body(equalTo("20 false false"));
    }

    @Test
    void tellsStrangersNothingAboutTheirQuery() {
        given().get("/sample/secret-shelf?page=x").then().statusCode(401);
    }

    @Test
    void findsNothingAtAnAddressThatCannotBe() {
        given().get("/sample/shelf/first").then().statusCode(404).body("error_type", equalTo("not_found"));
        given().get("/sample/shelf/1").then().statusCode(200);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "framed|1|expected boolean",
                "framed|\"true\"|expected boolean",
                "width|\"5\"|expected number",
                "width|5.5|expected number",
                "width|true|expected number",
                "prompt|5|expected string",
                "prompt|false|expected string",
                "kind|0|must be one of: circle, tree",
                "due|\"soon\"|must be a date such as 2026-11-24",
                "due|\"2026-02-30\"|must be a date such as 2026-11-24",
                "due|{}|expected string",
            })
    void takesNoValueForAnother(String field, String value, String message) {
        String others = field.equals("prompt") ? "" : "\"prompt\":\"a\",";
        post("{" + others + "\"" + field + "\":" + value + "}")
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"prompt\":\"a\"} and more", "{\"prompt\":\"a\"}{}", "{'prompt':'a'}", "nul", "\"a\"", "5"})
    void takesNothingButOneJsonObject(String body) {
        post(body).statusCode(400).body("detail", containsString("JSON"));
    }

    @Test
    void blamesTheSenderForBytesThatAreNoText() {
        for (byte[] body : new byte[][] {
            "{\"prompt\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1),
            {0, 0, 0, '{', 0x7f, 0, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f},
            {(byte) 0xff, (byte) 0xfe, '{'},
        }) {
            given().contentType("application/json")
                    .body(body)
                    .post("/sample/drawings")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void readsNoDeeperThanIsSane() {
        post("{\"prompt\":" + "[".repeat(1200) + "]".repeat(1200) + "}").statusCode(anyOf(equalTo(400), equalTo(422)));
    }

    @Test
    void refusesOversizeBodiesWhoseLengthNobodyAnnounced() throws IOException, InterruptedException {
        byte[] body = ("{\"prompt\":\"" + "x".repeat(7 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.US_ASCII);
        HttpRequest chunked = HttpRequest.newBuilder(here.resolve("/sample/drawings"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(chunked, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("body_too_large");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sample/shelf/%zz",
                "/sample/shelf?page_size=%zz",
                "/%",
                "/sample/../../etc/passwd",
                "//",
                "/sample/shelf?%00=%ff"
            })
    void survivesAddressesThatAreNone(String target) throws IOException {
        assertThat(statusOf("GET " + target + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
                .isBetween(200, 499);
    }

    private String statusLine(String request) throws IOException {
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    private int statusOf(String request) throws IOException {
        return Integer.parseInt(statusLine(request).split(" ")[1]);
    }

    private static ValidatableResponse post(String body) {
        return given().header("X-Language", "en")
                .contentType("application/json")
                .body(body)
                .post("/sample/drawings")
                .then();
    }
}
