package io.mapwright.auth.organization;

/**
 * An organization as administrators see it.
 *
 * @param members accounts that belong to it
 */
public record OrganizationEntry(Organization organization, long members) {}
