package io.mapwright.diagram.library;

import io.smallrye.mutiny.Uni;

import java.util.UUID;

/**
 * Keeps diagrams. Every method sees the diagrams of one owner only, and fails when the store cannot be reached, in which
 * case nothing was changed.
 */
public interface DiagramLibrary {

    /** Keeps a new diagram. */
    Uni<Diagram> add(String owner, DiagramDraft draft);

    /** Finds a diagram. */
    Uni<Lookup> find(String owner, UUID id);

    /** One page of diagrams, without their content. */
    Uni<DiagramPage> list(String owner, DiagramPage.Position position);

    /** Changes content, if nobody else has since the version the edit names. Two racing edits never both succeed. */
    Uni<EditOutcome> edit(String owner, UUID id, DiagramEdit edit);

    /** Keeps a copy under another title: version 1, not pinned. */
    Uni<Lookup> duplicate(String owner, UUID id, String title);

    /** Pins or unpins; that is no change of content. */
    Uni<Lookup> pin(String owner, UUID id, boolean pinned);

    /** Deletes; true when there was something to delete. */
    Uni<Boolean> delete(String owner, UUID id);
}
