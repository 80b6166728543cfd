package io.mapwright.auth.login;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.AccountLookup;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.account.Admission;
import io.mapwright.auth.account.NewAccount;
import io.mapwright.auth.account.PersonName;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.account.Role;
import io.mapwright.auth.captcha.CaptchaId;
import io.mapwright.auth.captcha.Captchas;
import io.mapwright.auth.credential.Hashes;
import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.Organization.Membership;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.session.OpenedSessions;
import io.mapwright.testkit.MutableTime;
import io.smallrye.mutiny.Uni;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A login service and everything behind it, in memory, with passwords that are cheap to check. */
final class Doorway implements Accounts {

    private final MutableTime time = new MutableTime();
    private final Map<PhoneNumber, Account> accounts = new HashMap<>();
    private final Captchas captchas = new Captchas(time);
    private final Hashes hashes = new Hashes();
    private final OpenedSessions sessions = new OpenedSessions(this, time);
    private final LoginService logins = new LoginService(
            captchas.service(),
            new InMemoryLoginAttempts(),
            this,
            hashes.passwords(),
            new Arrival(this, sessions.service(), time));

    LoginService logins() {
        return logins;
    }

    void knows(PhoneNumber phone, String password, Membership membership) {
        knows(phone, new PasswordHash("$new$" + password), membership);
    }

    void knows(PhoneNumber phone, PasswordHash hash, Membership membership) {
        Organization organization = new Organization(
                new OrganizationId(1),
                "SCHOOL",
                "School",
                new InvitationCode("DEMO-A1B2C"),
                true,
                membership == Membership.LOCKED,
                Optional.empty(),
                Instant.EPOCH);
        accounts.put(
                phone,
                new Account(
                        new AccountId(accounts.size() + 1),
                        phone,
                        new PersonName("王芳"),
                        Role.USER,
                        hash,
                        Optional.of(organization),
                        Instant.EPOCH,
                        Optional.empty()));
    }

    PasswordHash hashOf(PhoneNumber phone) {
        return accounts.get(phone).passwordHash();
    }

    int checks() {
        return hashes.checks();
    }

    int sessions() {
        return sessions.count();
    }

    CaptchaId drawnCaptcha() {
        return captchas.drawn();
    }

    String readCaptcha(CaptchaId id) {
        return captchas.read(id);
    }

    @Override
    public Uni<AccountLookup> withPhone(PhoneNumber phone) {
        return Uni.createFrom().item(found(Optional.ofNullable(accounts.get(phone))));
    }

    @Override
    public Uni<AccountLookup> withId(AccountId id) {
        return Uni.createFrom()
                .item(found(accounts.values().stream()
                        .filter(account -> account.id().equals(id))
                        .findFirst()));
    }

    @Override
    public Uni<Admission> add(NewAccount account) {
        throw new UnsupportedOperationException("nobody registers here");
    }

    @Override
    public Uni<Void> recordLogin(AccountId id, Instant at) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> rehash(AccountId id, PasswordHash before, PasswordHash now) {
        accounts.replaceAll((phone, account) -> account.id().equals(id) ? with(account, now) : account);
        return Uni.createFrom().voidItem();
    }

    private static Account with(Account account, PasswordHash hash) {
        return new Account(
                account.id(),
                account.phone(),
                account.name(),
                account.role(),
                hash,
                account.organization(),
                account.createdAt(),
                account.lastLoginAt());
    }

    private static AccountLookup found(Optional<Account> account) {
        return account.<AccountLookup>map(known -> known).orElseGet(AccountLookup.Unknown::new);
    }
}
