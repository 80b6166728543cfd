package io.mapwright.deploy.local.gateway.route;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Gateway API's durations: up to four of {@code h m s ms} with at most five digits each, such as {@code 1m30s}. */
final class GatewayDuration {

    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,5}(h|m|s|ms)){1,4}");
    private static final Pattern PART = Pattern.compile("([0-9]+)(ms|h|m|s)");

    private GatewayDuration() {}

    static Duration parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a duration such as 30s or 1m30s: " + text);
        }
        Duration sum = Duration.ZERO;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            long amount = Long.parseLong(part.group(1));
            sum = sum.plus(
                    switch (part.group(2)) {
                        case "h" -> Duration.ofHours(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        default -> Duration.ofMillis(amount);
                    });
        }
        return sum;
    }
}
