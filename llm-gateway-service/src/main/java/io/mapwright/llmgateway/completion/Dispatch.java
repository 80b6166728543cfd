package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.estimation.CallKind;
import io.mapwright.llmgateway.estimation.DurationForecast;
import io.mapwright.llmgateway.estimation.OutputForecast;
import io.mapwright.llmgateway.estimation.TokenRule;
import io.mapwright.llmgateway.metering.OpenCall;
import io.mapwright.llmgateway.provider.ModelProvider;
import io.mapwright.llmgateway.provider.ProviderCall;
import io.mapwright.llmgateway.provider.ProviderReply;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.AdmissionRequest;
import io.mapwright.llmgateway.quota.CallEnding;
import io.mapwright.llmgateway.quota.Quota;
import io.mapwright.llmgateway.quota.Tenant;
import io.mapwright.llmgateway.quota.TokenEstimate;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** One attempt on one route: admission, the call, and the settlement of both. */
@Singleton
final class Dispatch {

    private static final String ENDPOINT = "/v1/chat/completions";

    private final Quota quota;
    private final ModelProvider provider;
    private final Bookkeeping books;
    private final OutputForecast lengths;
    private final DurationForecast durations;
    private final Supplier<UUID> ids;

    Dispatch(
            Quota quota,
            ModelProvider provider,
            Bookkeeping books,
            OutputForecast lengths,
            DurationForecast durations,
            Supplier<UUID> ids) {
        this.quota = quota;
        this.provider = provider;
        this.books = books;
        this.lengths = lengths;
        this.durations = durations;
        this.ids = ids;
    }

    /**
     * @param number 1 for the first attempt
     * @param patience how long it may stand in line; less when the call itself would come to lack that time
     */
    Uni<Attempt> attempt(CompletionRequest request, Route route, int number, Duration patience) {
        long input = TokenRule.countPrompt(request.body());
        TokenEstimate estimate = estimate(request, input);
        AdmissionRequest asked = new AdmissionRequest(
                route.destination(), request.priority(), tenant(request), estimate, inLine(request, patience));
        return quota.admit(asked)
                .emitOn(request.thread())
                .invoke(admission -> books.decided(route, request.priority(), estimate, admission))
                .flatMap(admission -> switch (admission) {
                    case Admission.Granted granted -> send(request, route, number, input, granted);
                    case Admission.Refused refused -> Uni.createFrom().item(new Attempt.NotNow(refused, Duration.ZERO));
                    case Admission.NeverAdmissible never ->
                        Uni.createFrom().item(new Attempt.Never(never, Duration.ZERO));
                });
    }

    private Uni<Attempt> send(
            CompletionRequest request, Route route, int number, long input, Admission.Granted granted) {
        Instant now = books.now();
        Duration left = request.deadline().left(now);
        if (!left.isPositive()) {
            granted.permit().end(new CallEnding.NotSent());
            return Uni.createFrom().item(new Attempt.TooLate(granted.waited()));
        }
        OpenCall call = new OpenCall(
                ids.get().toString(),
                request.attribution(),
                number,
                new OpenCall.Target(request.model(), route.provider().id().value(), route.model(), ENDPOINT),
                request.streamed(),
                input,
                granted.waited(),
                now);
        LiveCall live = new LiveCall(granted.permit(), call, books);
        ProviderCall sent = new ProviderCall(
                call.eventId(), route.provider(), route.model(), request.body(), request.streamed(), left);
        return provider.send(sent)
                .onCancellation()
                .invoke(live::abort)
                .map(reply -> read(reply, live, granted.waited()));
    }

    private static Attempt read(ProviderReply reply, LiveCall live, Duration waited) {
        return switch (reply) {
            case ProviderReply.Whole whole -> {
                live.heard(whole.text());
                live.complete(whole.ending());
                yield new Attempt.Whole(whole.json(), waited);
            }
            case ProviderReply.Failed failed -> {
                live.fail(failed.diagnosis(), failed.sent(), Optional.empty());
                yield new Attempt.Failed(failed.diagnosis(), failed.sent(), waited);
            }
            case ProviderReply.Streaming streaming -> new Attempt.Streaming(followed(streaming.parts(), live), waited);
        };
    }

    private static Multi<StreamPart> followed(Multi<StreamPart> parts, LiveCall live) {
        return parts.invoke(part -> {
                    switch (part) {
                        case StreamPart.Chunk chunk -> live.heard(chunk.text());
                        case StreamPart.Ended ended -> live.complete(ended.ending());
                        case StreamPart.Broken broken -> live.fail(broken.diagnosis(), true, broken.usage());
                    }
                })
                .onTermination()
                .invoke(live::abort);
    }

    private TokenEstimate estimate(CompletionRequest request, long input) {
        long expected = lengths.expect(kind(request));
        long maximum = request.maximumOutput().orElse(expected);
        return new TokenEstimate(input, Math.min(expected, maximum), maximum);
    }

    /**
     * A place in line is for those who can still be served after it: the time that the call takes is kept off the deadline,
     * but no more than half of what is left, so that a wrong forecast turns nobody away.
     */
    private Duration inLine(CompletionRequest request, Duration patience) {
        Duration left = request.deadline().left(books.now());
        Duration taken = Deadline.shorter(durations.expect(kind(request)), left.dividedBy(2));
        return Deadline.shorter(patience, left.minus(taken));
    }

    private static CallKind kind(CompletionRequest request) {
        return Bookkeeping.kind(request.model(), request.attribution());
    }

    private static Tenant tenant(CompletionRequest request) {
        String user = request.attribution().user().orElse("service");
        return request.attribution()
                .organization()
                .map(organization -> new Tenant(organization, user))
                .orElseGet(() -> Tenant.alone(user));
    }
}
