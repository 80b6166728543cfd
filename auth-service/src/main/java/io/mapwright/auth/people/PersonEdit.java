package io.mapwright.auth.people;

import io.mapwright.auth.account.PersonName;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.account.Role;
import io.mapwright.auth.edit.Edit;
import io.mapwright.auth.organization.OrganizationId;

/** A partial change of a person. */
public record PersonEdit(
        Edit<PhoneNumber> phone, Edit<PersonName> name, Edit<Role> role, Edit<OrganizationId> organization) {

    /** Whether it touches what only an admin may: what somebody may do, and where they belong. */
    public boolean needsAdmin() {
        return !(role instanceof Edit.Keep<Role>) || !(organization instanceof Edit.Keep<OrganizationId>);
    }
}
