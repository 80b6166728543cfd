package io.mapwright.deploy.load.faults;

import io.mapwright.deploy.load.suite.Answer;
import io.mapwright.deploy.load.suite.Caller;

import java.io.IOException;
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
import java.util.Optional;

/** Callers who come at an even pace, spread over the gateways, and wait for their answers. */
final class Callers {

    private final List<URI> gateways;
    private final Caller caller;
    private final String model;
    private final Duration deadline;
    private final InstantSource time;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Callers(List<URI> gateways, Caller caller, String model, Duration deadline, InstantSource time) {
        this.gateways = List.copyOf(gateways);
        this.caller = caller;
        this.model = model;
        this.deadline = deadline;
        this.time = time;
    }

    /** Lets them come for so long, and waits until all have their answer. */
    List<Answered> come(int perSecond, Duration howLong) throws InterruptedException {
        Instant began = time.instant();
        List<Answered> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> people = new ArrayList<>();
        long total = perSecond * howLong.toSeconds();
        for (int i = 0; i < total; i++) {
            Duration left = Duration.between(time.instant(), began.plusMillis(i * 1000L / perSecond));
            if (left.isPositive()) {
                Thread.sleep(left);
            }
            int number = i;
            people.add(Thread.ofVirtual().start(() -> answers.add(call(number))));
        }
        for (Thread person : people) {
            person.join();
        }
        return List.copyOf(answers);
    }

    private Answered call(int number) {
        String body = """
                {"model":"%s","messages":[{"role":"user","content":"Describe lake number %d"}]}
                """.formatted(model, number).strip();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        gateways.get(number % gateways.size()).resolve("/v1/chat/completions"))
                .timeout(deadline.plusSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-Deadline-Ms", Long.toString(deadline.toMillis()))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        caller.identify(request);
        Instant began = time.instant();
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Duration took = Duration.between(began, time.instant());
            String code = new Answer(response.statusCode(), response.body(), Optional.empty(), took)
                    .json()
                    .path("error")
                    .path("code")
                    .asText();
            return new Answered(
                    response.statusCode(),
                    code,
                    response.headers().firstValue("Retry-After").isPresent(),
                    (int) response.headers().firstValueAsLong("x-llm-attempts").orElse(0),
                    took);
        } catch (IOException broken) {
            return new Answered(0, broken.toString(), false, 0, Duration.between(began, time.instant()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answered(0, "interrupted", false, 0, Duration.between(began, time.instant()));
        }
    }
}
