package io.mapwright.auth.organization;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The organizations as the public and the registration see them. */
public interface Organizations {

    /** Those that opted in to be listed, by name; locked ones stay away. */
    Multi<Organization> listed();

    /** The organization that hands out {@code code}, whatever its state. */
    Uni<OrganizationLookup> invitingWith(InvitationCode code);

    /** The organization with this id, whatever its state. */
    Uni<OrganizationLookup> withId(OrganizationId id);
}
