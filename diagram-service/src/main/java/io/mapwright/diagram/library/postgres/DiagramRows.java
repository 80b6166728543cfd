package io.mapwright.diagram.library.postgres;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.library.Diagram;
import io.mapwright.diagram.library.DiagramSummary;
import io.mapwright.diagram.specification.DiagramType;
import io.vertx.mutiny.sqlclient.Row;

import java.util.Locale;
import java.util.Optional;

/** Reads rows of the table {@code diagram}. */
final class DiagramRows {

    /** What a list shows. */
    static final String SUMMARY =
            "id, title, diagram_type, language, thumbnail, version, pinned, created_at, updated_at";

    /** Everything. */
    static final String ALL = SUMMARY + ", spec::text as spec";

    private DiagramRows() {}

    static Diagram diagram(Row row) {
        var summary = summary(row);
        return new Diagram(
                summary.id(),
                summary.title(),
                summary.type(),
                summary.language(),
                row.getString("spec"),
                summary.thumbnail(),
                summary.version(),
                summary.pinned(),
                summary.createdAt(),
                summary.updatedAt());
    }

    static DiagramSummary summary(Row row) {
        return new DiagramSummary(
                row.getUUID("id"),
                row.getString("title"),
                DiagramType.named(row.getString("diagram_type"))
                        .orElseThrow(() ->
                                new IllegalStateException("no diagram type is named " + row.getString("diagram_type"))),
                Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("thumbnail")),
                row.getInteger("version"),
                row.getBoolean("pinned"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
