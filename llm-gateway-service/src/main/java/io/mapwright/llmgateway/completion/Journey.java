package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.RetryAdvice;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.quota.Admission;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One request on its way through attempts and routes. Attempts follow each other, so its state needs no guard beyond what
 * the chain gives.
 */
final class Journey {

    /** When every breaker is open the next one closes within this time, or nearly. */
    private static final Duration ALL_ROUTES_DOWN = Duration.ofSeconds(15);

    private final CompletionRequest request;
    private final List<Route> routes;
    private final Guides guides;
    private final Set<Route> avoided = new HashSet<>();
    private int sent;
    private Duration queued = Duration.ZERO;
    private Duration elsewhere = Duration.ZERO;
    private Optional<Route> last = Optional.empty();
    private Optional<Refusal> soFar = Optional.empty();

    Journey(CompletionRequest request, List<Route> routes, Guides guides) {
        this.request = request;
        this.routes = routes;
        this.guides = guides;
    }

    /** Chooses a route and tries it, and so on until there is an answer or nothing left to try. */
    Uni<CompletionAnswer> proceed() {
        return guides.router()
                .choose(routes, avoided)
                .flatMap(route -> route.map(found -> take(found, 0))
                        .orElseGet(() -> refused(soFar.orElseGet(() -> new Refusal.NoRoute(ALL_ROUTES_DOWN)))));
    }

    private Uni<CompletionAnswer> take(Route route, int retry) {
        Duration left = request.deadline().left(guides.now());
        if (!left.isPositive()) {
            return refused(new Refusal.DeadlinePassed());
        }
        last = Optional.of(route);
        Instant began = guides.now();
        Duration patience = isLastResort(route)
                ? left
                : Deadline.shorter(left, guides.config().patienceBeforeFallback());
        return guides.dispatch()
                .attempt(request, route, sent + 1, patience)
                .onCancellation()
                .invoke(() -> guides.unused(route))
                .flatMap(attempt -> {
                    Duration took = Duration.between(began, guides.now());
                    queued = queued.plus(attempt.waited());
                    elsewhere = elsewhere.plus(took);
                    return judge(attempt, route, retry);
                });
    }

    private Uni<CompletionAnswer> judge(Attempt attempt, Route route, int retry) {
        return switch (attempt) {
            case Attempt.Whole whole -> {
                succeeded(route, retry);
                yield answer(new CompletionAnswer.Whole(whole.json(), passage()));
            }
            case Attempt.Streaming streaming -> {
                succeeded(route, retry);
                yield answer(new CompletionAnswer.Streaming(watched(streaming.parts(), route), passage()));
            }
            case Attempt.Failed failed -> {
                if (failed.sent()) {
                    sent(route, retry);
                }
                yield afterFailure(failed.diagnosis(), route, retry);
            }
            case Attempt.NotNow notNow -> afterRefusal(notNow.refusal(), route);
            case Attempt.Never never -> {
                guides.unused(route);
                Admission.NeverAdmissible why = never.refusal();
                yield refused(new Refusal.TooLarge(why.limit(), why.allowed(), why.asked()));
            }
            case Attempt.TooLate tooLate -> {
                guides.unused(route);
                yield refused(new Refusal.DeadlinePassed());
            }
        };
    }

    private void succeeded(Route route, int retry) {
        sent(route, retry);
        guides.succeeded(route);
    }

    /** A stream that breaks speaks against its route as much as one that never began. */
    private Multi<StreamPart> watched(Multi<StreamPart> parts, Route route) {
        return parts.invoke(part -> {
            if (part instanceof StreamPart.Broken broken) {
                guides.failed(route, broken.diagnosis());
            }
        });
    }

    private void sent(Route route, int retry) {
        sent++;
        if (retry == 0) {
            guides.budget().called(route.provider().id());
        }
    }

    private Uni<CompletionAnswer> afterRefusal(Admission.Refused refusal, Route route) {
        guides.unused(route);
        avoided.add(route);
        Refusal.Busy busy = new Refusal.Busy(refusal.reason(), refusal.retryAfter());
        // Of several full routes the one that frees up first tells when to come back.
        boolean sooner = soFar.map(other -> !(other instanceof Refusal.Busy known)
                        || known.retryAfter().compareTo(busy.retryAfter()) > 0)
                .orElse(true);
        if (sooner) {
            soFar = Optional.of(busy);
        }
        return refusal.reason().isCallersOwn() ? refused(busy) : proceed();
    }

    private Uni<CompletionAnswer> afterFailure(Diagnosis diagnosis, Route route, int retry) {
        guides.failed(route, diagnosis);
        RetryAdvice advice = diagnosis.failure().advice();
        soFar = Optional.of(new Refusal.ProviderFailed(route.provider().id(), diagnosis.failure()));
        if (!request.deadline().left(guides.now()).isPositive()) {
            return refused(new Refusal.DeadlinePassed());
        }
        if (sent >= guides.config().mostAttempts()) {
            return refused(soFar.get());
        }
        boolean otherRoute = advice.elsewhere() && hasOther(route);
        if (!otherRoute
                && retry < advice.retries()
                && guides.budget().takeRetry(route.provider().id())) {
            return again(route, retry + 1, advice.delayBefore(retry + 1, guides.chance()));
        }
        avoided.add(route);
        return advice.elsewhere() ? proceed() : refused(soFar.get());
    }

    private Uni<CompletionAnswer> again(Route route, int retry, Duration delay) {
        if (delay.compareTo(request.deadline().left(guides.now())) >= 0) {
            return refused(soFar.orElseThrow());
        }
        elsewhere = elsewhere.plus(delay);
        Uni<Integer> now = Uni.createFrom().item(retry);
        Uni<Integer> later = delay.isZero() ? now : now.onItem().delayIt().by(delay);
        return later.emitOn(request.thread()).flatMap(number -> take(route, number));
    }

    private boolean hasOther(Route route) {
        return routes.stream().anyMatch(other -> !other.equals(route) && !avoided.contains(other));
    }

    private boolean isLastResort(Route route) {
        return !hasOther(route);
    }

    private Uni<CompletionAnswer> refused(Refusal refusal) {
        return answer(new CompletionAnswer.Refused(refusal, passage()));
    }

    private static Uni<CompletionAnswer> answer(CompletionAnswer answer) {
        return Uni.createFrom().item(answer);
    }

    private Passage passage() {
        Duration stay = Duration.between(request.receivedAt(), guides.now());
        Duration overhead = stay.minus(elsewhere);
        return new Passage(last, sent, queued, overhead.isNegative() ? Duration.ZERO : overhead);
    }
}
