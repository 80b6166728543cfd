package io.mapwright.diagram.library.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.diagram.library.DiagramDraft;
import io.mapwright.diagram.library.DiagramEdit;
import io.mapwright.diagram.library.DiagramPage;
import io.mapwright.diagram.request.rest.FieldErrors;
import io.mapwright.diagram.specification.DiagramType;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Checks requests for the library. */
final class DiagramRequests {

    private static final int LONGEST_TITLE = 200;
    private static final int LARGEST_SPEC = 500 * 1024;
    private static final int LARGEST_THUMBNAIL = 150 * 1024;
    private static final int LARGEST_PAGE = 100;
    private static final int LAST_PAGE = 1_000_000;

    private final FieldErrors errors = new FieldErrors();

    private DiagramRequests() {}

    /**
     * A diagram to keep.
     *
     * @throws ProblemException 400 when there is no body, 422 naming every wrong field
     */
    static DiagramDraft draft(@Nullable DiagramBody body) {
        return new DiagramRequests().readDraft(FieldErrors.present(body));
    }

    /**
     * A change.
     *
     * @throws ProblemException 400 when there is no body, 422 naming every wrong field
     */
    static DiagramEdit edit(@Nullable DiagramBody body) {
        return new DiagramRequests().readEdit(FieldErrors.present(body));
    }

    /**
     * A page.
     *
     * @throws ProblemException 422 naming every wrong parameter
     */
    static DiagramPage.Position page(int number, int size) {
        var errors = new FieldErrors();
        errors.within("page", number, 1, LAST_PAGE);
        errors.within("page_size", size, 1, LARGEST_PAGE);
        errors.throwIfAny();
        return new DiagramPage.Position(number, size);
    }

    private DiagramDraft readDraft(DiagramBody body) {
        var title = errors.required("title", body.title(), LONGEST_TITLE);
        var type = errors.oneOf(
                "diagram_type",
                body.diagramType() == null ? "" : body.diagramType(),
                DiagramType::named,
                FieldErrors.names(DiagramType.values()),
                DiagramType.MIND_MAP);
        var spec = spec(body.spec());
        if (body.spec() == null) {
            errors.add("spec", "不能缺少", "is required");
        }
        var draft = new DiagramDraft(title, type, language(body), spec.orElse("{}"), thumbnail(body));
        errors.throwIfAny();
        return draft;
    }

    private DiagramEdit readEdit(DiagramBody body) {
        if (body.version() == null || body.version() < 1) {
            errors.add("version", "必须是打开图示时的版本号", "must be the version that was opened, 1 or more");
        }
        var title = body.title() == null
                ? Optional.<String>empty()
                : Optional.of(errors.required("title", body.title(), LONGEST_TITLE));
        var spec = spec(body.spec());
        var thumbnail = thumbnail(body);
        errors.throwIfAny();
        return new DiagramEdit(body.version() == null ? 0 : body.version(), title, spec, thumbnail);
    }

    private Language language(DiagramBody body) {
        return errors.oneOf("language", body.language(), FieldErrors::language, "zh, en", Language.ZH);
    }

    private Optional<String> thumbnail(DiagramBody body) {
        return errors.optional("thumbnail", body.thumbnail(), LARGEST_THUMBNAIL);
    }

    private Optional<String> spec(@Nullable JsonNode spec) {
        if (spec == null) {
            return Optional.empty();
        }
        if (!spec.isObject()) {
            errors.add("spec", "必须是一个 JSON 对象", "must be a JSON object");
            return Optional.empty();
        }
        var text = spec.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_SPEC) {
            errors.add("spec", "不能超过 500 KB", "must not be larger than 500 KB");
        }
        return Optional.of(text);
    }

    /** Title of a copy, no longer than a title may be. */
    static String copyOf(String title, Language language) {
        var suffix = language == Language.ZH ? "（副本）" : " (copy)";
        int kept = Math.min(title.length(), LONGEST_TITLE - suffix.length());
        return title.substring(0, kept).strip() + suffix.toLowerCase(Locale.ROOT);
    }
}
