package io.mapwright.auth.organization;

import java.time.Instant;
import java.util.Optional;

/** An organization about to exist. */
public record OrganizationDraft(
        String code, String name, InvitationCode invitationCode, boolean listed, Optional<Instant> expiresAt) {}
