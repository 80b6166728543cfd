package io.mapwright.feedback.moderation.rest;

import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.feedback.moderation.Change;
import io.mapwright.feedback.moderation.FeedbackDesk;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

import java.util.Locale;
import java.util.UUID;

/** Lets administrators read feedback, mark it, and renew mails that were given up. */
@Path("/api/feedback/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
final class ModerationResource {

    private final FeedbackDesk desk;
    private final Callers callers;

    ModerationResource(FeedbackDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @GET
    public Uni<ListingView> list(@BeanParam @Valid ListingParameters parameters) {
        return desk.list(parameters.query()).map(ListingView::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<EntryView> change(@RestPath String id, @NotNull ChangeRequest body) {
        if (body.isEmpty()) {
            throw ProblemException.of(422, "invalid_parameter")
                    .text("请指定 status 或 retry_mail", "Nothing to change: send status, retry_mail or both")
                    .field("status", "请指定 status 或 retry_mail", "send status, retry_mail or both")
                    .build();
        }
        return desk.apply(body.to(feedbackId(id), callers.current().subject())).map(this::answer);
    }

    private EntryView answer(Change.Outcome outcome) {
        return switch (outcome) {
            case Change.Outcome.Done done -> EntryView.of(done.entry());
            case Change.Outcome.Unknown unknown -> throw notFound();
            case Change.Outcome.MailNotFailed refusal ->
                throw ProblemException.of(409, "mail_not_failed")
                        .text("只能重发失败的邮件", "Only a failed mail can be sent again")
                        .extension("mail_state", refusal.state().name().toLowerCase(Locale.ROOT))
                        .build();
        };
    }

    /** A name that no feedback can have is the name of no feedback. */
    private static UUID feedbackId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return ProblemException.of(404, "feedback_not_found")
                .text("反馈不存在", "There is no such feedback")
                .build();
    }
}
