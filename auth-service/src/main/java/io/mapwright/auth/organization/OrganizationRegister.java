package io.mapwright.auth.organization;

import io.mapwright.auth.audit.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Keeps the organizations, and a record of every change. A failed operation has changed nothing. */
public interface OrganizationRegister {

    /** Those in {@code scope}, by name. */
    Multi<OrganizationEntry> all(OrganizationScope scope);

    /** Adds one. */
    Uni<Outcome> add(OrganizationDraft draft, Actor actor);

    /** Changes one. */
    Uni<Outcome> edit(OrganizationId id, OrganizationEdit edit, Actor actor);

    /** Removes one that nobody belongs to; its API keys go with it. */
    Uni<Outcome> remove(OrganizationId id, Actor actor);

    /** What came of a change. */
    sealed interface Outcome {

        /** Done; the organization as it is now, or was before it was removed. */
        record Done(OrganizationEntry entry) implements Outcome {}

        /** There is no such organization. */
        record Unknown() implements Outcome {}

        /** Another organization has this code or this invitation code. */
        record Taken() implements Outcome {}

        /** People belong to it. */
        record HasMembers(long members) implements Outcome {}
    }
}
