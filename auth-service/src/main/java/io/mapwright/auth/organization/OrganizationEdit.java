package io.mapwright.auth.organization;

import io.mapwright.auth.edit.Edit;

import java.time.Instant;

/** A partial change of an organization. */
public record OrganizationEdit(
        Edit<String> code,
        Edit<String> name,
        Edit<InvitationCode> invitationCode,
        Edit<Boolean> listed,
        Edit<Boolean> locked,
        Edit<Instant> expiresAt) {

    /** The organization after this change. */
    public Organization applyTo(Organization before) {
        return new Organization(
                before.id(),
                code.applyTo(before.code()),
                name.applyTo(before.name()),
                invitationCode.applyTo(before.invitationCode()),
                listed.applyTo(before.listed()),
                locked.applyTo(before.locked()),
                expiresAt.applyTo(before.expiresAt()),
                before.createdAt());
    }
}
