package io.mapwright.llmgateway.completion.rest;

import io.mapwright.defaults.identity.Caller;
import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.problem.Text;
import io.mapwright.defaults.request.CurrentRequest;
import io.mapwright.defaults.request.HttpLimits;
import io.mapwright.llmgateway.completion.CompletionConfig;
import io.mapwright.llmgateway.completion.CompletionRequest;
import io.mapwright.llmgateway.completion.Deadline;
import io.mapwright.llmgateway.metering.Attribution;
import io.mapwright.llmgateway.provider.Ability;
import io.mapwright.llmgateway.quota.PriorityClass;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** Reads chat requests: body, headers and the caller's token together make a {@link CompletionRequest}. */
@Singleton
final class ChatRequests {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    private final ChatBody body;
    private final Callers callers;
    private final CurrentRequest current;
    private final CompletionConfig config;
    private final HttpLimits limits;
    private final InstantSource clock;

    ChatRequests(
            ChatBody body,
            Callers callers,
            CurrentRequest current,
            CompletionConfig config,
            HttpLimits limits,
            InstantSource clock) {
        this.body = body;
        this.callers = callers;
        this.current = current;
        this.config = config;
        this.limits = limits;
        this.clock = clock;
    }

    /** What reading a request comes to. */
    sealed interface Reading {}

    /** @param usageWanted whether the caller wants the usage at the end of a stream */
    record Accepted(CompletionRequest request, boolean usageWanted) implements Reading {}

    record Rejected(OpenAiError error) implements Reading {}

    Reading read(byte[] bytes, HttpHeaders headers) {
        // A body sent in chunks declares no length and is known to be too large only now.
        if (bytes != null && bytes.length > limits.maxBody().asLongValue()) {
            return new Rejected(OpenAiError.tooLarge(limits.maxBody().asLongValue()));
        }
        try {
            Map<String, Object> tree = body.read(bytes);
            return new Accepted(request(tree, headers), usageWanted(tree));
        } catch (InvalidChatException invalid) {
            return new Rejected(OpenAiError.invalid(invalid.parameter(), invalid.text()));
        }
    }

    private CompletionRequest request(Map<String, Object> tree, HttpHeaders headers) throws InvalidChatException {
        Caller caller = callers.current();
        Instant now = clock.instant();
        return new CompletionRequest(
                (String) tree.get("model"),
                tree,
                Boolean.TRUE.equals(tree.get("stream")),
                abilities(tree),
                maximumOutput(tree),
                attribution(caller, headers),
                priority(caller, headers),
                now,
                new Deadline(now.plus(deadline(headers))),
                sameThread());
    }

    private static boolean usageWanted(Map<String, Object> tree) {
        return tree.get("stream_options") instanceof Map<?, ?> options
                && Boolean.TRUE.equals(options.get("include_usage"));
    }

    private static Set<Ability> abilities(Map<String, Object> tree) {
        Set<Ability> asked = EnumSet.noneOf(Ability.class);
        Arrays.stream(Ability.values())
                .filter(ability -> ability.isAskedBy(tree))
                .forEach(asked::add);
        return asked;
    }

    private static OptionalLong maximumOutput(Map<String, Object> tree) {
        Object most = Optional.ofNullable(tree.get("max_completion_tokens")).orElse(tree.get("max_tokens"));
        return most instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    private Attribution attribution(Caller caller, HttpHeaders headers) throws InvalidChatException {
        Optional<String> user = caller.has("service") ? Optional.empty() : Optional.of(caller.subject());
        return new Attribution(
                current.id().value(),
                user,
                caller.organization(),
                caller.apiKeyId(),
                label(headers, "X-Request-Type"),
                label(headers, "X-Diagram-Type"));
    }

    private static Optional<String> label(HttpHeaders headers, String name) throws InvalidChatException {
        String value = headers.getHeaderString(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (!LABEL.matcher(value.strip()).matches()) {
            throw new InvalidChatException(
                    name,
                    new Text(
                            name + " 只能包含 1 到 64 个字母、数字、点、下划线和连字符",
                            name + " must be 1 to 64 letters, digits, dots, underscores and hyphens"));
        }
        return Optional.of(value.strip());
    }

    private static PriorityClass priority(Caller caller, HttpHeaders headers) throws InvalidChatException {
        String asked = headers.getHeaderString("X-Priority");
        if (asked == null || asked.isBlank()) {
            return caller.has("api-key") || caller.has("service") ? PriorityClass.STANDARD : PriorityClass.INTERACTIVE;
        }
        try {
            return PriorityClass.valueOf(asked.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidChatException(
                    "X-Priority",
                    new Text(
                            "X-Priority 必须是 interactive、standard 或 background",
                            "X-Priority must be interactive, standard or background"));
        }
    }

    private Duration deadline(HttpHeaders headers) throws InvalidChatException {
        String asked = headers.getHeaderString("X-Deadline-Ms");
        if (asked == null || asked.isBlank()) {
            return config.defaultDeadline();
        }
        long longest = config.longestDeadline().toMillis();
        try {
            long millis = Long.parseLong(asked.strip());
            if (millis > 0 && millis <= longest) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new InvalidChatException(
                "X-Deadline-Ms",
                new Text(
                        "X-Deadline-Ms 必须是 1 到 " + longest + " 之间的整数（毫秒）",
                        "X-Deadline-Ms must be a whole number of milliseconds from 1 to " + longest));
    }

    /** Keeps a request on the event loop that its connection lives on. */
    private static Executor sameThread() {
        Context home = Vertx.currentContext();
        if (home == null) {
            return Runnable::run;
        }
        return command -> {
            if (Vertx.currentContext() == home) {
                command.run();
            } else {
                home.runOnContext(ignored -> command.run());
            }
        };
    }
}
