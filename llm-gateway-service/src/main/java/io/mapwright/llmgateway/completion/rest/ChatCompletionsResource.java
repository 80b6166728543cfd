package io.mapwright.llmgateway.completion.rest;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.completion.CompletionAnswer;
import io.mapwright.llmgateway.completion.CompletionService;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import io.mapwright.llmgateway.routing.Standing;
import io.mapwright.llmgateway.routing.Standings;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.util.List;
import java.util.Optional;

/**
 * OpenAI's chat completions. Whether the answer is JSON or a stream of events is known only when it begins; a caller who
 * leaves cancels everything upstream.
 */
@Path("/v1/chat/completions")
@Authenticated
class ChatCompletionsResource {

    private final CompletionService service;
    private final ChatRequests requests;
    private final ChatAnswers answers;
    private final Standings standings;

    ChatCompletionsResource(
            CompletionService service, ChatRequests requests, ChatAnswers answers, Standings standings) {
        this.service = service;
        this.requests = requests;
        this.answers = answers;
        this.standings = standings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    public Uni<Response> create(byte[] body, @Context HttpHeaders headers) {
        return switch (requests.read(body, headers)) {
            case ChatRequests.Rejected rejected -> Uni.createFrom().item(answers.rejected(rejected.error()));
            case ChatRequests.Accepted accepted ->
                service.complete(accepted.request())
                        .flatMap(answer ->
                                limits(answer).map(limits -> answers.of(answer, accepted.usageWanted(), limits)));
        };
    }

    /**
     * What is left for the route that was taken, nothing when none was. A stream has begun and must be handed on at once:
     * nobody would cancel it if its caller left now.
     */
    private Uni<List<QuotaSnapshot.Usage>> limits(CompletionAnswer answer) {
        Optional<Route> route = answer.passage().route();
        if (route.isEmpty() || answer instanceof CompletionAnswer.Streaming) {
            return Uni.createFrom().item(usage(route.flatMap(standings::lastKnown)));
        }
        return standings.of(route.get()).map(ChatCompletionsResource::usage);
    }

    private static List<QuotaSnapshot.Usage> usage(Optional<Standing> standing) {
        return standing.map(Standing::quota).map(QuotaSnapshot::usage).orElse(List.of());
    }
}
