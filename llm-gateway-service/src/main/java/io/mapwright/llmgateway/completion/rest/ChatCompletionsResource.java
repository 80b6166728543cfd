package io.mapwright.llmgateway.completion.rest;

import io.mapwright.llmgateway.completion.CompletionAnswer;
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
import org.jboss.resteasy.reactive.RestMulti;

/**
 * OpenAI's chat completions. The answer is written as bytes, since whether it is JSON or a stream of events is known only
 * when it begins; a caller who leaves cancels everything upstream.
 */
@Path("/v1/chat/completions")
@Authenticated
final class ChatCompletionsResource {

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
    @Produces(MediaType.WILDCARD)
    RestMulti<byte[]> create(byte[] body, @Context HttpHeaders headers) {
        Uni<HttpAnswer> answer =
                switch (requests.read(body, headers)) {
                    case ChatRequests.Rejected rejected -> Uni.createFrom().item(answers.rejected(rejected.error()));
                    case ChatRequests.Accepted accepted -> {
                        Uni<CompletionAnswer> completion = service.complete(accepted.request());
                        yield completion.map(done -> answers.of(done, accepted.usageWanted()));
                    }
                };
        return RestMulti.fromUniResponse(answer, HttpAnswer::body, HttpAnswer::headers, HttpAnswer::status);
    }
}
