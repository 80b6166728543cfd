package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.ErrorSignal;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.ProviderFailure;
import io.mapwright.llmgateway.provider.ServerSentEvents;
import io.mapwright.llmgateway.provider.Vendor;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.ConnectionPoolTooBusyException;

import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Turns whatever a vendor or the network did into a {@link Diagnosis}. */
final class Verdicts {

    private final Vendor vendor;
    private final ChatJson json;

    Verdicts(Vendor vendor, ChatJson json) {
        this.vendor = vendor;
        this.json = json;
    }

    /** Of a refusal's whole body: JSON, JSON framed as an event, plain words, a proxy's page, or nothing. */
    Diagnosis ofBody(int status, MultiMap headers, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        ErrorSignal signal = json.read(text)
                .or(() -> framed(text))
                .map(tree -> ErrorSignal.of(status, tree))
                .orElseGet(() -> ErrorSignal.ofText(status, text));
        return of(signal.with(requestId(headers), statedDelay(headers)));
    }

    Diagnosis of(ErrorSignal signal) {
        return Diagnosis.of(vendor.errors(), signal);
    }

    /** Of an answer that broke the protocol. */
    static Diagnosis unreadable(int status, String what) {
        return new Diagnosis(Meaning.BROKEN.of(ErrorSignal.ofText(status, what)), true);
    }

    /** Of a finish reason that is a failure in disguise. */
    Optional<Diagnosis> ofFinish(int status, String reason, boolean empty) {
        Optional<Meaning> meaning =
                switch (reason) {
                    case "insufficient_system_resource" -> Optional.of(Meaning.NO_CAPACITY);
                    case "content_filter", "sensitive" ->
                        empty ? Optional.of(Meaning.CONTENT_OF_ANSWER) : Optional.empty();
                    default -> Optional.empty();
                };
        return meaning.map(sure -> new Diagnosis(sure.of(ErrorSignal.ofText(status, "finish_reason " + reason)), true));
    }

    static Diagnosis timeout(ProviderFailure.Phase phase) {
        ErrorSignal signal = ErrorSignal.ofText(0, "no answer in time");
        return new Diagnosis(new ProviderFailure.TimedOut(signal, phase), true);
    }

    /** Of a call that never became an answer. */
    static Diagnosis ofNetwork(Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            return new Diagnosis(
                    Meaning.NO_CAPACITY.of(ErrorSignal.ofText(0, "too many calls wait for a connection")), true);
        }
        if (failure instanceof TimeoutException || failure instanceof ConnectTimeoutException) {
            return timeout(ProviderFailure.Phase.CONNECT);
        }
        String what = failure instanceof UnknownHostException ? "unknown host" : "connection failed";
        return new Diagnosis(Meaning.BROKEN.of(ErrorSignal.ofText(0, what)), true);
    }

    private Optional<Map<String, Object>> framed(String text) {
        if (!text.startsWith("data:") && !text.startsWith("event:") && !text.startsWith("id:")) {
            return Optional.empty();
        }
        ServerSentEvents events = new ServerSentEvents(Math.max(1, text.length() * 4));
        var found = events.feed(text.getBytes(StandardCharsets.UTF_8));
        found.addAll(events.end());
        return found.stream()
                .map(event -> json.read(event.data()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> requestId(MultiMap headers) {
        return Optional.ofNullable(headers.get("x-request-id"));
    }

    private static Optional<Duration> statedDelay(MultiMap headers) {
        return millis(headers.get("retry-after-ms"), 1)
                .or(() -> millis(headers.get("x-ms-retry-after-ms"), 1))
                .or(() -> millis(headers.get("retry-after"), 1000));
    }

    private static Optional<Duration> millis(String header, int unit) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            double amount = Double.parseDouble(header.strip());
            return amount >= 0 && amount < 1e9
                    ? Optional.of(Duration.ofMillis((long) (amount * unit)))
                    : Optional.empty();
        } catch (NumberFormatException aDate) {
            // Providers do not send dates; a date would need a clock that agrees with theirs.
            return Optional.empty();
        }
    }
}
