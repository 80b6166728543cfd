package io.mapwright.diagram.generation.rest;

import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.diagram.generation.GraphRequest;
import io.mapwright.diagram.generation.Wishes;
import io.mapwright.diagram.model.ModelName;
import io.mapwright.diagram.request.rest.FieldErrors;
import io.mapwright.diagram.specification.Analogy;
import io.mapwright.diagram.specification.DiagramType;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Checks the body of a request and reads it as a wish for a diagram. */
final class GraphRequests {

    private static final int LONGEST_PROMPT = 10_000;
    private static final int LONGEST_WISH = 500;
    private static final int LONGEST_SIDE = 100;
    private static final int MOST_PAIRS = 10;
    private static final String AUTO = "auto";
    private static final String DEFAULT_REQUEST_TYPE = "diagram_generation";
    private static final Set<String> REQUEST_TYPES = Set.of(DEFAULT_REQUEST_TYPE, "autocomplete");

    private final FieldErrors errors = new FieldErrors();
    private final GenerateGraphRequest body;

    private GraphRequests(GenerateGraphRequest body) {
        this.body = body;
    }

    /**
     * A checked request.
     *
     * @param models the models to ask where several are asked, not empty
     * @param requestType what its tokens are accounted to
     */
    record Checked(GraphRequest wish, List<ModelName> models, String requestType) {

        /** The same request where a type must be found if none is given. */
        Checked drawn() {
            var kind =
                    wish.kind() instanceof GraphRequest.Kind.OnlyClassify ? new GraphRequest.Kind.Auto() : wish.kind();
            return new Checked(
                    new GraphRequest(wish.prompt(), kind, wish.language(), wish.model(), wish.wishes()),
                    models,
                    requestType);
        }
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 when there is none, 422 naming every wrong field
     */
    static Checked read(@Nullable GenerateGraphRequest body) {
        return new GraphRequests(FieldErrors.present(body)).checked();
    }

    private Checked checked() {
        var prompt = errors.required("prompt", body.prompt(), LONGEST_PROMPT);
        var wish = new GraphRequest(prompt, kind(), language(prompt), model(), wishes());
        var requestType = errors.oneOf(
                "request_type",
                body.requestType(),
                name -> Optional.of(name).filter(REQUEST_TYPES::contains),
                "diagram_generation, autocomplete",
                DEFAULT_REQUEST_TYPE);
        var models = models();
        errors.throwIfAny();
        return new Checked(wish, models, requestType);
    }

    private GraphRequest.Kind kind() {
        return errors.oneOf(
                "diagram_type",
                body.diagramType(),
                GraphRequests::kindNamed,
                FieldErrors.names(DiagramType.values()) + ", " + AUTO,
                new GraphRequest.Kind.OnlyClassify());
    }

    private static Optional<GraphRequest.Kind> kindNamed(String name) {
        return AUTO.equals(name)
                ? Optional.of(new GraphRequest.Kind.Auto())
                : DiagramType.named(name).map(GraphRequest.Kind.Given::new);
    }

    /** Without a stated language a diagram is written in that of its prompt. */
    private Language language(String prompt) {
        boolean chinese = prompt.codePoints().anyMatch(Character::isIdeographic);
        return errors.oneOf(
                "language", body.language(), FieldErrors::language, "zh, en", chinese ? Language.ZH : Language.EN);
    }

    private ModelName model() {
        return errors.oneOf("llm", body.llm(), ModelName::named, FieldErrors.names(ModelName.values()), ModelName.QWEN);
    }

    private List<ModelName> models() {
        List<@Nullable String> given = body.models() == null ? List.of() : body.models();
        var models = new LinkedHashSet<ModelName>();
        for (int i = 0; i < given.size(); i++) {
            var name = Objects.requireNonNullElse(given.get(i), "");
            models.add(errors.oneOf(
                    "models[" + i + "]",
                    name,
                    ModelName::named,
                    FieldErrors.names(ModelName.values()),
                    ModelName.QWEN));
        }
        return models.isEmpty() ? ModelName.FAN_OUT : List.copyOf(models);
    }

    private Wishes wishes() {
        return new Wishes(
                errors.optional("dimension_preference", body.dimensionPreference(), LONGEST_WISH),
                errors.optional("fixed_dimension", body.fixedDimension(), LONGEST_WISH),
                errors.optional("locked_topic", body.lockedTopic(), LONGEST_WISH),
                pairs());
    }

    private List<Analogy> pairs() {
        List<GenerateGraphRequest.@Nullable Pair> given =
                body.existingAnalogies() == null ? List.of() : body.existingAnalogies();
        if (given.size() > MOST_PAIRS) {
            errors.add("existing_analogies", "最多 " + MOST_PAIRS + " 对", "must have at most " + MOST_PAIRS + " pairs");
            return List.of();
        }
        var pairs = new ArrayList<Analogy>();
        for (int i = 0; i < given.size(); i++) {
            pair("existing_analogies[" + i + "]", given.get(i)).ifPresent(pairs::add);
        }
        return pairs;
    }

    /** A pair with one side still empty is one the user has not finished, and no mistake. */
    private Optional<Analogy> pair(String field, GenerateGraphRequest.@Nullable Pair pair) {
        if (pair == null) {
            return Optional.empty();
        }
        var left = errors.optional(field + ".left", pair.left(), LONGEST_SIDE);
        var right = errors.optional(field + ".right", pair.right(), LONGEST_SIDE);
        return left.isPresent() && right.isPresent()
                ? Optional.of(new Analogy(left.get().strip(), right.get().strip()))
                : Optional.empty();
    }
}
