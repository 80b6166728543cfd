package io.mapwright.auth.people.rest;

import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.credential.OneTimePassword;
import io.mapwright.auth.credential.Password;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.people.People;
import io.mapwright.auth.people.PeopleQuery;
import io.mapwright.auth.people.PeopleService;
import io.mapwright.auth.people.PersonEdit;
import io.mapwright.defaults.problem.Problems;
import io.mapwright.defaults.problem.Text;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

@Path("/api/auth/admin/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "manager"})
class PeopleResource {

    private static final Text REMOVED = new Text("用户已删除", "The user has been deleted");
    private static final Text UNLOCKED = new Text("账号已解锁", "The account is unlocked");
    private static final Text RESET = new Text(
            "密码已重置，该用户的所有设备已下线；新密码只显示这一次",
            "The password is reset and all devices of the user are signed out; it is shown this once");

    private final People people;
    private final PeopleService service;
    private final CallingCaretaker caretakers;
    private final SecureRandom random;

    PeopleResource(People people, PeopleService service, CallingCaretaker caretakers, SecureRandom random) {
        this.people = people;
        this.service = service;
        this.caretakers = caretakers;
        this.random = random;
    }

    @GET
    public Uni<Page> page(
            @RestQuery @DefaultValue("1") @Min(1) @Max(1_000_000) int page,
            @RestQuery("page_size") @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery Optional<@Size(max = 64) String> search,
            @RestQuery("organization_id") Optional<@Min(1) Long> organization) {
        PeopleQuery query = new PeopleQuery(
                caretakers.current().scope(),
                search.map(String::strip).filter(text -> !text.isEmpty()),
                organization.map(OrganizationId::new),
                page,
                pageSize);
        return people.page(query)
                .map(found -> new Page(
                        found.people().stream().map(PersonShown::of).toList(),
                        new Pagination(page, pageSize, found.total(), Math.ceilDiv(found.total(), pageSize))));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<PersonShown> edit(@RestPath String id, @NotNull @Valid PersonBody body) {
        PersonEdit edit = body.edit();
        return service.edit(known(id), edit, caretakers.current())
                .map(outcome -> PersonShown.of(PeopleAnswers.person(outcome)));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Message> remove(@RestPath String id) {
        Message message = message(REMOVED);
        return service.remove(known(id), caretakers.current()).map(outcome -> {
            PeopleAnswers.person(outcome);
            return message;
        });
    }

    @PUT
    @Path("/{id}/unlock")
    public Uni<Message> unlock(@RestPath String id) {
        Message message = message(UNLOCKED);
        return service.unlock(known(id), caretakers.current()).map(outcome -> {
            PeopleAnswers.person(outcome);
            return message;
        });
    }

    @PUT
    @Path("/{id}/reset-password")
    public Uni<NewPassword> resetPassword(@RestPath String id) {
        Password password = OneTimePassword.random(random);
        String message = message(RESET).message();
        return service.resetPassword(known(id), password, caretakers.current()).map(outcome -> {
            PeopleAnswers.person(outcome);
            return new NewPassword(message, password.plain());
        });
    }

    private Message message(Text text) {
        return new Message(text.in(caretakers.language()));
    }

    private static AccountId known(String id) {
        return AccountId.ofSubject(id).orElseThrow(Problems::notFound);
    }

    record Page(List<PersonShown> users, Pagination pagination) {}

    record Pagination(int page, int pageSize, long total, long totalPages) {}

    record Message(String message) {}

    record NewPassword(String message, String password) {}
}
