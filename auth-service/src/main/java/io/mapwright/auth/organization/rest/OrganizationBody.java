package io.mapwright.auth.organization.rest;

import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.OrganizationDraft;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

record OrganizationBody(
        @NotNull @Pattern(regexp = FORM, message = "{auth.organization.code}")
        String code,

        @NotBlank @Size(max = 200) String name,
        Optional<@Pattern(regexp = InvitationCode.FORM, message = "{auth.invitation}") String> invitationCode,
        Optional<Boolean> listed,
        Optional<Instant> expiresAt) {

    static final String FORM = "[A-Za-z0-9][A-Za-z0-9_-]{1,63}";

    /** Without an invitation code of its own it gets one that nobody can guess. */
    OrganizationDraft draft(RandomGenerator random) {
        return new OrganizationDraft(
                code,
                name.strip(),
                invitationCode.map(InvitationCode::new).orElseGet(() -> InvitationCode.random(random)),
                listed.orElse(false),
                expiresAt);
    }
}
