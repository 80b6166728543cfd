package io.mapwright.auth.organization;

/** What looking for one organization found. */
public sealed interface OrganizationLookup permits Organization, OrganizationLookup.Unknown {

    /** There is no such organization. */
    record Unknown() implements OrganizationLookup {}
}
