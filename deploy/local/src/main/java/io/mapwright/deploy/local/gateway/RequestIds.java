package io.mapwright.deploy.local.gateway;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Names requests, so that the lines they leave in several logs can be found together. */
final class RequestIds {

    static final String HEADER = "x-request-id";

    /** What a client may call its request; anything else could forge a log line and is replaced. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Supplier<String> fresh;

    RequestIds(Supplier<String> fresh) {
        this.fresh = fresh;
    }

    String of(String offered) {
        return offered != null && HARMLESS.matcher(offered).matches() ? offered : fresh.get();
    }
}
