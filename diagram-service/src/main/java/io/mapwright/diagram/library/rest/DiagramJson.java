package io.mapwright.diagram.library.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.mapwright.diagram.library.Diagram;
import io.mapwright.diagram.library.DiagramPage;
import io.mapwright.diagram.library.DiagramSummary;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** A kept diagram in answers; lists leave {@code spec} out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DiagramJson(
        String id,
        String title,
        @JsonProperty("diagram_type") String diagramType,
        @JsonRawValue @Nullable String spec,
        String language,
        @Nullable String thumbnail,
        int version,
        boolean pinned,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt) {

    static DiagramJson of(Diagram diagram) {
        return new DiagramJson(
                diagram.id().toString(),
                diagram.title(),
                diagram.type().wireName(),
                diagram.spec(),
                diagram.language().name().toLowerCase(Locale.ROOT),
                diagram.thumbnail().orElse(null),
                diagram.version(),
                diagram.pinned(),
                diagram.createdAt().toString(),
                diagram.updatedAt().toString());
    }

    private static DiagramJson of(DiagramSummary diagram) {
        return new DiagramJson(
                diagram.id().toString(),
                diagram.title(),
                diagram.type().wireName(),
                null,
                diagram.language().name().toLowerCase(Locale.ROOT),
                diagram.thumbnail().orElse(null),
                diagram.version(),
                diagram.pinned(),
                diagram.createdAt().toString(),
                diagram.updatedAt().toString());
    }

    /** One page. */
    record Page(
            List<DiagramJson> diagrams,
            long total,
            int page,
            @JsonProperty("page_size") int pageSize) {

        static Page of(DiagramPage page, DiagramPage.Position position) {
            var diagrams = page.diagrams().stream().map(DiagramJson::of).toList();
            return new Page(diagrams, page.total(), position.number(), position.size());
        }
    }
}
