package io.mapwright.auth.demo.postgres;

import io.mapwright.auth.account.NewAccount;
import io.mapwright.auth.demo.DemoStock;
import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.storage.postgres.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;

@ApplicationScoped
class PostgresDemoStock implements DemoStock {

    private static final String ORGANIZATION = """
            insert into organization (code, name, invitation_code, listed, created_at) values (?, ?, ?, true, ?)
            on conflict (code) do update set name = excluded.name, invitation_code = excluded.invitation_code
            returning id
            """;
    private static final String ACCOUNT = """
            insert into account (phone, name, role, password_hash, organization_id, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (phone) do update set name = excluded.name, role = excluded.role,
                password_hash = excluded.password_hash, organization_id = excluded.organization_id
            """;
    private static final String API_KEY = """
            insert into api_key (fingerprint, name, organization_id, created_at) values (?, ?, ?, ?)
            on conflict (fingerprint) do nothing
            """;

    private final Jdbc jdbc;

    PostgresDemoStock(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OrganizationId organization(String code, String name, InvitationCode invitation, Instant now) {
        try {
            return jdbc.query(
                            rows -> new OrganizationId(rows.getLong("id")),
                            ORGANIZATION,
                            code,
                            name,
                            invitation.value(),
                            now)
                    .getFirst();
        } catch (SQLException failure) {
            throw new IllegalStateException("the demo organization could not be stored", failure);
        }
    }

    @Override
    public void account(NewAccount account) {
        update(
                ACCOUNT,
                account.phone().digits(),
                account.name().value(),
                account.role().group(),
                account.passwordHash().encoded(),
                account.organization().map(OrganizationId::value),
                account.createdAt());
    }

    @Override
    public void apiKey(String fingerprint, String name, OrganizationId organization, Instant now) {
        update(API_KEY, fingerprint, name, organization.value(), now);
    }

    private void update(String sql, Object... arguments) {
        try {
            jdbc.update(sql, arguments);
        } catch (SQLException failure) {
            throw new IllegalStateException("the demo could not be stored", failure);
        }
    }
}
