package io.mapwright.deploy.load.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.load.quota.Outcome.Fate;
import io.mapwright.deploy.load.suite.Answer;
import io.mapwright.deploy.load.suite.Caller;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * The replicas of the LLM gateway, called as siblings call them: any of them, and the next one when nobody listens there.
 * Threadsafe.
 */
final class Gateways {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;
    private static final int DEADLINE_PASSED = 504;

    private final List<URI> replicas;
    private final Map<String, Caller> callers;
    private final IntFunction<String> prompts;
    private final Kills kills;
    private final InstantSource time;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * @param replicas where the gateways listen
     * @param callers by organization
     * @param prompts what the arrival of a number asks; no two the same
     * @param kills what was killed, to tell a broken call from a lost one
     */
    Gateways(
            List<URI> replicas,
            Map<String, Caller> callers,
            IntFunction<String> prompts,
            Kills kills,
            InstantSource time) {
        this.replicas = List.copyOf(replicas);
        this.callers = Map.copyOf(callers);
        this.prompts = prompts;
        this.kills = kills;
        this.time = time;
    }

    /** Calls for one arrival and waits for the end. */
    Outcome call(Arrival arrival, Instant began) {
        Instant due = began.plusNanos(arrival.micros() * 1000);
        List<URI> order = new ArrayList<>(replicas);
        Collections.shuffle(order, new Random(arrival.number()));
        for (URI replica : order) {
            try {
                HttpResponse<String> response =
                        http.send(request(replica, arrival), HttpResponse.BodyHandlers.ofString());
                return outcome(arrival, response, Duration.between(due, time.instant()));
            } catch (ConnectException nobodyThere) {
                // Nothing was sent: the next one.
            } catch (IOException broken) {
                Fate fate = kills.hit(replica, time.instant()) ? Fate.BROKEN : Fate.LOST;
                return ended(arrival, fate, Duration.between(due, time.instant()), broken.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return ended(arrival, Fate.LOST, Duration.between(due, time.instant()), "interrupted");
            }
        }
        return ended(arrival, Fate.LOST, Duration.between(due, time.instant()), "no replica listens");
    }

    private HttpRequest request(URI replica, Arrival arrival) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", Limits.PROVIDER + "/" + Limits.MODEL);
        body.putArray("messages").addObject().put("role", "user").put("content", prompts.apply(arrival.number()));
        HttpRequest.Builder request = HttpRequest.newBuilder(replica.resolve("/v1/chat/completions"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Priority", arrival.urgency().wireName())
                .header(
                        "X-Deadline-Ms",
                        Long.toString(arrival.urgency().deadline().toMillis()))
                .header("X-Request-Type", "load")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
        callers.get(arrival.organization()).identify(request);
        return request.build();
    }

    private static Outcome outcome(Arrival arrival, HttpResponse<String> response, Duration took) {
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
        JsonNode body = new Answer(response.statusCode(), response.body(), Optional.empty(), took).json();
        String code = body.path("error").path("code").asText();
        return new Outcome(
                arrival,
                fate(response.statusCode(), retryAfter),
                body.path("id").asText(),
                took,
                millis(response, "x-llm-queue-wait-ms").orElse(Duration.ZERO),
                millis(response, "x-llm-queue-forecast-ms"),
                retryAfter,
                response.statusCode() + " " + code);
    }

    private static Fate fate(int status, Optional<Duration> retryAfter) {
        if (status == DEADLINE_PASSED) {
            return Fate.CUT_OFF;
        }
        boolean refused = (status == UNAVAILABLE || status == TOO_MANY) && retryAfter.isPresent();
        return refused ? Fate.REFUSED : status == 200 ? Fate.GRANTED : Fate.LOST;
    }

    private static Outcome ended(Arrival arrival, Fate fate, Duration took, String detail) {
        return new Outcome(arrival, fate, "", took, Duration.ZERO, Optional.empty(), Optional.empty(), detail);
    }

    private static Optional<Duration> millis(HttpResponse<String> response, String header) {
        return response.headers().firstValue(header).map(Long::parseLong).map(Duration::ofMillis);
    }
}
