package io.mapwright.diagram.library.postgres;

import io.mapwright.diagram.library.Diagram;
import io.mapwright.diagram.library.DiagramDraft;
import io.mapwright.diagram.library.DiagramEdit;
import io.mapwright.diagram.library.DiagramLibrary;
import io.mapwright.diagram.library.DiagramPage;
import io.mapwright.diagram.library.DiagramSummary;
import io.mapwright.diagram.library.EditOutcome;
import io.mapwright.diagram.library.Lookup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import static io.mapwright.diagram.library.postgres.DiagramRows.ALL;
import static io.mapwright.diagram.library.postgres.DiagramRows.SUMMARY;

/** One statement for each method, so that a connection is held for one round trip. */
@Singleton
final class PostgresDiagramLibrary implements DiagramLibrary {

    private static final String MINE = " where id = $1 and owner = $2 and deleted_at is null ";

    private static final String ADD = """
            insert into diagram (owner, title, diagram_type, language, spec, thumbnail)
            values ($1, $2, $3, $4, $5::text::json, $6) returning\s""" + ALL;

    private static final String FIND = "select " + ALL + " from diagram" + MINE;

    private static final String LIST = "select " + SUMMARY + """
                    , count(*) over () as total from diagram where owner = $1 and deleted_at is null
                    order by pinned desc, updated_at desc, id limit $2 offset $3""";

    private static final String COUNT = "select count(*) as total from diagram where owner = $1 and deleted_at is null";

    private static final String EDIT = """
            update diagram set title = coalesce($4, title), spec = coalesce($5::text::json, spec),
                thumbnail = coalesce($6, thumbnail), version = version + 1, updated_at = now()""" + MINE + "and version = $3 returning " + ALL;

    private static final String DUPLICATE = """
            insert into diagram (owner, title, diagram_type, language, spec, thumbnail)
            select owner, $3, diagram_type, language, spec, thumbnail from diagram""" + MINE + "returning " + ALL;

    private static final String PIN = "update diagram set pinned = $3" + MINE + "returning " + ALL;

    private static final String DELETE = "update diagram set deleted_at = now()" + MINE;

    private final Statements statements;

    PostgresDiagramLibrary(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Uni<Diagram> add(String owner, DiagramDraft draft) {
        var values = Tuple.of(
                owner,
                draft.title(),
                draft.type().wireName(),
                draft.language().name().toLowerCase(Locale.ROOT),
                draft.spec(),
                draft.thumbnail().orElse(null));
        return statements
                .run(ADD, values)
                .map(rows -> DiagramRows.diagram(rows.iterator().next()));
    }

    @Override
    public Uni<Lookup> find(String owner, UUID id) {
        return statements.run(FIND, Tuple.of(id, owner)).map(PostgresDiagramLibrary::lookup);
    }

    @Override
    public Uni<DiagramPage> list(String owner, DiagramPage.Position position) {
        return statements
                .run(LIST, Tuple.of(owner, position.size(), position.offset()))
                .chain(rows -> rows.size() > 0 || position.number() == 1
                        ? Uni.createFrom().item(page(rows))
                        : countOnly(owner));
    }

    /** Behind the last page there is no row to carry the total. */
    private Uni<DiagramPage> countOnly(String owner) {
        return statements.run(COUNT, Tuple.of(owner)).map(PostgresDiagramLibrary::emptyPage);
    }

    @Override
    public Uni<EditOutcome> edit(String owner, UUID id, DiagramEdit edit) {
        var values = Tuple.of(
                id,
                owner,
                edit.version(),
                edit.title().orElse(null),
                edit.spec().orElse(null),
                edit.thumbnail().orElse(null));
        return statements
                .run(EDIT, values)
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom()
                                .item(new EditOutcome.Edited(
                                        DiagramRows.diagram(rows.iterator().next())))
                        : find(owner, id).map(PostgresDiagramLibrary::whyNotEdited));
    }

    private static EditOutcome whyNotEdited(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found found -> new EditOutcome.Outdated(found.diagram().version());
            case Lookup.Missing missing -> new EditOutcome.Missing();
        };
    }

    @Override
    public Uni<Lookup> duplicate(String owner, UUID id, String title) {
        return statements.run(DUPLICATE, Tuple.of(id, owner, title)).map(PostgresDiagramLibrary::lookup);
    }

    @Override
    public Uni<Lookup> pin(String owner, UUID id, boolean pinned) {
        return statements.run(PIN, Tuple.of(id, owner, pinned)).map(PostgresDiagramLibrary::lookup);
    }

    @Override
    public Uni<Boolean> delete(String owner, UUID id) {
        return statements.run(DELETE, Tuple.of(id, owner)).map(rows -> rows.rowCount() > 0);
    }

    private static Lookup lookup(RowSet<Row> rows) {
        return rows.size() == 0
                ? new Lookup.Missing()
                : new Lookup.Found(DiagramRows.diagram(rows.iterator().next()));
    }

    private static DiagramPage page(RowSet<Row> rows) {
        var diagrams = new ArrayList<DiagramSummary>();
        long total = 0;
        for (var row : rows) {
            diagrams.add(DiagramRows.summary(row));
            total = row.getLong("total");
        }
        return new DiagramPage(diagrams, total);
    }

    private static DiagramPage emptyPage(RowSet<Row> count) {
        return new DiagramPage(List.of(), count.iterator().next().getLong("total"));
    }
}
