package io.mapwright.llmgateway.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider's refusal as it came over the wire, before anybody judged it.
 *
 * @param status HTTP status; 200 for an error inside a successful answer
 * @param code the provider's error code, empty when it gave none
 * @param type the provider's error type, empty when it gave none
 * @param message its words, empty when it said nothing; for classification only, never for logs or callers
 * @param requestId the provider's name for the call, for a support case
 * @param statedDelay how long it asked to wait, in a header or in words
 */
public record ErrorSignal(
        int status,
        String code,
        String type,
        String message,
        Optional<String> requestId,
        Optional<Duration> statedDelay) {

    /** No stated delay is believed beyond this. */
    static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    private static final int LONGEST_MESSAGE = 4_000;
    private static final Pattern DELAY_IN_WORDS = Pattern.compile(
            "(?:try again|retry) (?:after|in) (\\d{1,6}(?:\\.\\d{1,3})?) ?(ms|milliseconds?|s\\b|seconds?)");
    private static final Pattern REQUEST_ID_IN_WORDS = Pattern.compile("[Rr]equest [Ii][Dd]: ?([A-Za-z0-9-]{8,80})");

    public ErrorSignal {
        if (message.length() > LONGEST_MESSAGE) {
            message = message.substring(0, LONGEST_MESSAGE);
        }
    }

    /**
     * Reads the error out of a parsed answer, whatever envelope it came in: OpenAI's {@code {"error":{…}}}, DashScope's
     * flat {@code {"code","message","request_id"}}, Tencent's {@code {"Response":{"Error":{…}}}} and {@code
     * {"ErrorMsg":{…}}}, or Dify's {@code {"event":"error","code",…}}.
     *
     * @param status HTTP status of the answer
     * @param json the parsed body; anything but a map counts as an error without words
     */
    public static ErrorSignal of(int status, Object json) {
        Map<?, ?> outer = json instanceof Map<?, ?> map ? map : Map.of();
        Map<?, ?> response = outer.get("Response") instanceof Map<?, ?> tencent ? tencent : outer;
        Map<?, ?> inner = envelope(response);
        String message = inner.isEmpty() && response.get("error") instanceof String words
                ? words
                : text(inner, "message", "Message", "Msg");
        Optional<String> id = Optional.of(text(response, "request_id", "RequestId", "id"))
                .filter(found -> !found.isEmpty())
                .or(() -> Optional.of(text(inner, "request_id", "id")))
                .filter(found -> !found.isEmpty())
                .or(() -> first(REQUEST_ID_IN_WORDS, message));
        return new ErrorSignal(status, text(inner, "code", "Code"), text(inner, "type"), message, id, delayIn(message));
    }

    /** An error that came as plain words, or as the page of some proxy in between. */
    public static ErrorSignal ofText(int status, String words) {
        String message = words.stripLeading().startsWith("<") ? "" : words.strip();
        return new ErrorSignal(status, "", "", message, Optional.empty(), delayIn(message));
    }

    /** Whether a parsed answer is an error at all, whatever its HTTP status says. */
    public static boolean isIn(Object json) {
        if (!(json instanceof Map<?, ?> outer)) {
            return false;
        }
        if (outer.get("Response") instanceof Map<?, ?> tencent && tencent.get("Error") != null) {
            return true;
        }
        return outer.get("error") != null
                || outer.get("ErrorMsg") != null
                || "error".equals(outer.get("event"))
                || outer.get("code") instanceof String && outer.get("message") != null && outer.get("choices") == null;
    }

    /** This signal with what the response headers add; a header's delay is exact and beats the words. */
    public ErrorSignal with(Optional<String> headerRequestId, Optional<Duration> headerDelay) {
        return new ErrorSignal(
                status,
                code,
                type,
                message,
                requestId.or(() -> headerRequestId),
                headerDelay.map(ErrorSignal::believed).or(() -> statedDelay));
    }

    /** The code, or the type where the provider has no codes; empty when it named neither. */
    public String name() {
        return code.isEmpty() ? type : code;
    }

    private static Map<?, ?> envelope(Map<?, ?> outer) {
        for (String name : new String[] {"error", "Error", "ErrorMsg"}) {
            if (outer.get(name) instanceof Map<?, ?> inner) {
                return inner;
            }
        }
        return outer.containsKey("error") ? Map.of() : outer;
    }

    private static String text(Map<?, ?> from, String... names) {
        for (String name : names) {
            Object value = from.get(name);
            if (value instanceof String || value instanceof Number) {
                return value.toString();
            }
        }
        return "";
    }

    private static Optional<Duration> delayIn(String message) {
        Matcher delay = DELAY_IN_WORDS.matcher(message);
        if (!delay.find()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(delay.group(1));
        boolean millis = delay.group(2).startsWith("m");
        return Optional.of(believed(Duration.ofMillis(Math.round(millis ? number : number * 1000))));
    }

    private static Duration believed(Duration stated) {
        Duration positive = stated.isNegative() ? Duration.ZERO : stated;
        return positive.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : positive;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
