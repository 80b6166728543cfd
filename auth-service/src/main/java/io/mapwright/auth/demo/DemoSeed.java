package io.mapwright.auth.demo;

import io.mapwright.auth.account.NewAccount;
import io.mapwright.auth.account.PersonName;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.account.Role;
import io.mapwright.auth.apikey.ApiKeySecret;
import io.mapwright.auth.credential.Password;
import io.mapwright.auth.credential.PasswordHashing;
import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.defaults.database.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes the demo of the configuration at every start. What is there already is only set to what is configured. */
@ApplicationScoped
class DemoSeed {

    private final DemoConfig config;
    private final DemoStock stock;
    private final PasswordHashing hashing;
    private final InstantSource time;

    DemoSeed(DemoConfig config, DemoStock stock, PasswordHashing hashing, InstantSource time) {
        this.config = config;
        this.stock = stock;
        this.hashing = hashing;
        this.time = time;
    }

    void sow(@Observes SchemaReady ready) {
        if (!config.enabled()) {
            return;
        }
        Instant now = time.instant();
        OrganizationId organization = stock.organization(
                config.organizationCode(), config.organizationName(), new InvitationCode(config.invitationCode()), now);
        person(config.teacher(), Role.USER, Optional.of(organization), now);
        person(config.admin(), Role.ADMIN, Optional.empty(), now);
        config.apiKey()
                .map(ApiKeySecret::new)
                .ifPresent(secret -> stock.apiKey(secret.fingerprint(), "demo", organization, now));
    }

    private void person(DemoConfig.Person person, Role role, Optional<OrganizationId> organization, Instant now) {
        if (person.phone().isEmpty() || person.password().isEmpty()) {
            return;
        }
        stock.account(new NewAccount(
                new PhoneNumber(person.phone().get()),
                new PersonName(person.name()),
                role,
                hashing.hash(new Password(person.password().get())),
                organization,
                now));
    }
}
