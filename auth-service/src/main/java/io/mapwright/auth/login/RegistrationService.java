package io.mapwright.auth.login;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.account.Admission;
import io.mapwright.auth.captcha.CaptchaService;
import io.mapwright.auth.credential.Passwords;
import io.mapwright.auth.organization.Organization;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes members of people whom an organization invited. */
@ApplicationScoped
public class RegistrationService {

    private final CaptchaService captchas;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Arrival arrival;

    RegistrationService(
            CaptchaService captchas, Invitations invitations, Accounts accounts, Passwords passwords, Arrival arrival) {
        this.captchas = captchas;
        this.invitations = invitations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.arrival = arrival;
    }

    /** Judges a registration; fails when Redis or the database is not reachable. */
    public Uni<Registration> register(RegistrationRequest request) {
        return captchas.consume(request.captchaId(), request.captcha()).chain(outcome -> switch (outcome) {
            case ACCEPTED -> invited(request);
            case EXPIRED, NOT_FOUND, INCORRECT -> answer(new Registration.CaptchaFailed(outcome));
        });
    }

    private Uni<Registration> invited(RegistrationRequest request) {
        return invitations.behind(request.invitationCode()).chain(invitation -> switch (invitation) {
            case Invitations.Valid valid -> admit(request, valid.organization());
            case Invitations.Closed closed -> answer(new Registration.ShutOut(closed.why()));
            case Invitations.Unknown unknown -> answer(new Registration.UnknownInvitation());
        });
    }

    /** The hash is computed before the database is touched, so that no connection waits for it. */
    private Uni<Registration> admit(RegistrationRequest request, Organization organization) {
        return passwords
                .hash(request.password())
                .chain(hash -> accounts.add(invitations.member(request, organization, hash)))
                .chain(admission -> switch (admission) {
                    case Admission.Admitted admitted -> arrive(admitted.account(), request.device());
                    case Admission.PhoneTaken taken -> answer(new Registration.PhoneTaken());
                    case Admission.OrganizationGone gone -> answer(new Registration.UnknownInvitation());
                });
    }

    private Uni<Registration> arrive(Account account, String device) {
        return arrival.of(account, device).map(arrived -> switch (arrived) {
            case Arrival.In in -> new Registration.Accepted(in.signedIn());
            case Arrival.ShutOut shut -> new Registration.ShutOut(shut.why());
        });
    }

    private static Uni<Registration> answer(Registration registration) {
        return Uni.createFrom().item(registration);
    }
}
