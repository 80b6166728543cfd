package io.mapwright.auth.demo;

import io.mapwright.auth.account.NewAccount;
import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.OrganizationId;

import java.time.Instant;

/** Puts demo entries where they are missing, and sets those that are there to what is configured. Blocks. */
public interface DemoStock {

    /** The organization with this code, made or updated. */
    OrganizationId organization(String code, String name, InvitationCode invitation, Instant now);

    /** Somebody with this phone number, made or given the configured role, name and password. */
    void account(NewAccount account);

    /** A key of the organization with this fingerprint, unless it is there. */
    void apiKey(String fingerprint, String name, OrganizationId organization, Instant now);
}
