package io.mapwright.diagram.generation.rest;

import io.mapwright.diagram.generation.FanOut;
import io.mapwright.diagram.generation.ModelAnswer;
import io.mapwright.diagram.generation.rest.EventStreams.Event;
import io.mapwright.diagram.generation.rest.GraphRequests.Checked;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The same diagram from several models, for the user to choose from. */
@Path("/api")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
final class GenerateMultiResource {

    private final FanOut fanOut;
    private final Errands errands;
    private final EventStreams events;
    private final InstantSource time;

    GenerateMultiResource(FanOut fanOut, Errands errands, EventStreams events, InstantSource time) {
        this.fanOut = fanOut;
        this.errands = errands;
        this.events = events;
        this.time = time;
    }

    @POST
    @Path("/generate_multi_parallel")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<JsonObject> parallel(@Nullable GenerateGraphRequest body) {
        var checked = GraphRequests.read(body).drawn();
        var errand = errands.current(checked.requestType());
        var json = new ModelAnswersJson(checked.wish(), errand.requestId());
        return fanOut.ask(checked.wish(), checked.models(), errand)
                .collect()
                .asList()
                .invoke(GenerateMultiResource::throwIfNobodyCouldBeAsked)
                .map(answers -> json.of(answers, checked.models()))
                .onFailure(ModelUnavailableException.class)
                .transform(ModelOutages::problem);
    }

    @POST
    @Path("/generate_multi_progressive")
    @ResponseHeader(name = "Cache-Control", value = "no-cache")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> progressive(@Nullable GenerateGraphRequest body) {
        var checked = GraphRequests.read(body).drawn();
        var errand = errands.current(checked.requestType());
        var start = time.instant();
        var answers = fanOut.ask(checked.wish(), checked.models(), errand)
                .onFailure(ModelUnavailableException.class)
                .recoverWithMulti(outage -> outages(checked, (ModelUnavailableException) outage))
                .map(answer -> event(checked, errand.requestId(), answer));
        var complete = Multi.createFrom().item(() -> complete(start));
        return events.of(Multi.createBy().concatenating().streams(answers, complete));
    }

    private static Event event(Checked checked, String requestId, ModelAnswer answer) {
        var json = new ModelAnswersJson(checked.wish(), requestId)
                .of(answer)
                .with("model", answer.model().wireName());
        return new Event(Optional.empty(), json, false);
    }

    private Event complete(Instant start) {
        var json = JsonObject.empty()
                .with("event", "complete")
                .with("total_time", ModelAnswersJson.seconds(Duration.between(start, time.instant())));
        return new Event(Optional.empty(), json, true);
    }

    /** Without a type nobody can draw: every model fails for the same reason. */
    private static Multi<ModelAnswer> outages(Checked checked, ModelUnavailableException outage) {
        return Multi.createFrom()
                .iterable(checked.models())
                .map(model -> ModelAnswer.unavailable(model, outage, Duration.ZERO));
    }

    /** When no model could be asked it is the suite that failed, and its callers should come back. */
    private static void throwIfNobodyCouldBeAsked(List<ModelAnswer> answers) {
        var outages =
                answers.stream().flatMap(answer -> answer.outage().stream()).toList();
        if (!outages.isEmpty() && outages.size() == answers.size()) {
            throw outages.getFirst();
        }
    }
}
