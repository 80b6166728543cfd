package io.mapwright.llmgateway.completion.rest;

import io.mapwright.llmgateway.completion.CompletionService;
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

    ChatCompletionsResource(CompletionService service, ChatRequests requests, ChatAnswers answers) {
        this.service = service;
        this.requests = requests;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    public Uni<Response> create(byte[] body, @Context HttpHeaders headers) {
        return switch (requests.read(body, headers)) {
            case ChatRequests.Rejected rejected -> Uni.createFrom().item(answers.rejected(rejected.error()));
            case ChatRequests.Accepted accepted ->
                service.complete(accepted.request()).map(answer -> answers.of(answer, accepted.usageWanted()));
        };
    }
}
