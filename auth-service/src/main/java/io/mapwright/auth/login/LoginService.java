package io.mapwright.auth.login;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountLookup;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.captcha.CaptchaService;
import io.mapwright.auth.credential.Password;
import io.mapwright.auth.credential.PasswordCheck;
import io.mapwright.auth.credential.Passwords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets people in by phone number and password. */
@ApplicationScoped
public class LoginService {

    private final CaptchaService captchas;
    private final LoginAttempts attempts;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Arrival arrival;

    LoginService(
            CaptchaService captchas, LoginAttempts attempts, Accounts accounts, Passwords passwords, Arrival arrival) {
        this.captchas = captchas;
        this.attempts = attempts;
        this.accounts = accounts;
        this.passwords = passwords;
        this.arrival = arrival;
    }

    /** Judges a login; fails when Redis or the database is not reachable, and then nobody is let in. */
    public Uni<Login> login(LoginRequest request) {
        return captchas.consume(request.captchaId(), request.captcha()).chain(outcome -> switch (outcome) {
            case ACCEPTED -> pastCaptcha(request);
            case EXPIRED, NOT_FOUND, INCORRECT -> Uni.createFrom().item(new Login.CaptchaFailed(outcome));
        });
    }

    private Uni<Login> pastCaptcha(LoginRequest request) {
        return attempts.begin(request.phone()).chain(gate -> switch (gate) {
            case LoginAttempts.Gate.Locked locked -> Uni.createFrom().item(new Login.Locked(locked.remaining()));
            case LoginAttempts.Gate.Open open -> pastGate(request);
        });
    }

    private Uni<Login> pastGate(LoginRequest request) {
        return accounts.withPhone(request.phone()).chain(found -> switch (found) {
            case Account account ->
                passwords
                        .check(request.password(), account.passwordHash())
                        .chain(check -> checked(request, account, check));
            // A stranger waits as long as somebody with a wrong password.
            case AccountLookup.Unknown nobody ->
                passwords.checkInVain(request.password()).chain(mismatch -> refused(request.phone()));
        });
    }

    private Uni<Login> checked(LoginRequest request, Account account, PasswordCheck check) {
        return switch (check) {
            case MISMATCH -> refused(request.phone());
            case MATCH -> recognised(request, account);
            case OUTDATED -> rehash(account, request.password()).chain(rehashed -> recognised(request, account));
        };
    }

    private Uni<Void> rehash(Account account, Password password) {
        return passwords.hash(password).chain(now -> accounts.rehash(account.id(), account.passwordHash(), now));
    }

    private Uni<Login> recognised(LoginRequest request, Account account) {
        return attempts.succeeded(request.phone())
                .chain(forgotten -> arrival.of(account, request.device()))
                .map(arrived -> switch (arrived) {
                    case Arrival.In in -> new Login.Accepted(in.signedIn());
                    case Arrival.ShutOut shut -> new Login.ShutOut(shut.why());
                });
    }

    private Uni<Login> refused(PhoneNumber phone) {
        return attempts.failed(phone).replaceWith(new Login.Refused());
    }
}
