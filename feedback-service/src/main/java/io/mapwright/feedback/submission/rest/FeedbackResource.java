package io.mapwright.feedback.submission.rest;

import io.mapwright.defaults.identity.Caller;
import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.request.CurrentRequest;
import io.mapwright.feedback.submission.Feedback;
import io.mapwright.feedback.submission.Sender;
import io.mapwright.feedback.submission.Submission;
import io.mapwright.feedback.submission.SubmissionService;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.util.Optional;

/** Takes feedback from anybody; who is signed in is recognised. */
@Path("/api/feedback")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
final class FeedbackResource {

    private final SubmissionService submissions;
    private final Callers callers;
    private final CurrentRequest request;

    FeedbackResource(SubmissionService submissions, Callers callers, CurrentRequest request) {
        this.submissions = submissions;
        this.callers = callers;
        this.request = request;
    }

    @POST
    public Uni<FeedbackAccepted> submit(@NotNull @Valid FeedbackRequest body, HttpServerRequest http) {
        return callers.ifAny()
                .onItem()
                .transformToUni(caller -> submissions.submit(
                        caller.map(known -> feedbackOf(known, body)).orElseGet(body::feedbackOfAStranger),
                        sender(caller, http),
                        body.answer()))
                .map(this::answer);
    }

    private static Feedback feedbackOf(Caller caller, FeedbackRequest body) {
        return body.feedbackOf(caller.subject(), caller.organization());
    }

    private static Sender sender(Optional<Caller> caller, HttpServerRequest http) {
        return caller.map(known -> Sender.user(known.subject()))
                .orElseGet(() -> Sender.network(ClientNetwork.of(http.remoteAddress())));
    }

    private FeedbackAccepted answer(Submission submission) {
        return switch (submission) {
            case Submission.Stored stored -> FeedbackAccepted.of(stored.id(), request.language());
            case Submission.TooMany refusal -> throw SubmissionProblems.tooMany(refusal);
            case Submission.CaptchaRefused refusal -> throw SubmissionProblems.captcha(refusal.verdict());
            case Submission.Unavailable outage -> throw SubmissionProblems.unavailable(outage.part());
        };
    }
}
