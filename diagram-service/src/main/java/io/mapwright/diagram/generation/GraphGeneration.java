package io.mapwright.diagram.generation;

import io.mapwright.diagram.classification.Classification;
import io.mapwright.diagram.classification.Classifier;
import io.mapwright.diagram.classification.Subject;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.layout.MindMapLayout;
import io.mapwright.diagram.model.Errand;
import io.mapwright.diagram.specification.DiagramType;
import io.mapwright.diagram.specification.MindMap;
import io.mapwright.diagram.specification.Placeholders;
import io.mapwright.diagram.specification.Specification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Answers wishes for diagrams. Holds nothing between requests and touches no database. */
@Singleton
public final class GraphGeneration {

    private final Classifier classifier;
    private final Draughtsman draughtsman;

    GraphGeneration(Classifier classifier, Draughtsman draughtsman) {
        this.classifier = classifier;
        this.draughtsman = draughtsman;
    }

    /**
     * Classifies, draws, or both, as the request says.
     *
     * @return fails with {@link io.mapwright.diagram.model.ModelUnavailableException} when the suite cannot serve the
     *     model calls this takes
     */
    public Uni<GraphAnswer> answer(GraphRequest request, Errand errand) {
        return switch (request.kind()) {
            case GraphRequest.Kind.Given given -> drawGiven(request, given.type(), errand);
            case GraphRequest.Kind.Auto auto ->
                classified(request, errand).chain(classification -> switch (classification) {
                    case Classification.Clear clear ->
                        draw(request, clear.type(), verbatim(clear.type(), clear.topic()), errand);
                    case Classification.Unclear unclear -> answered(new GraphAnswer.Unclear());
                    case Classification.Undecided undecided -> answered(undecided(undecided));
                });
            case GraphRequest.Kind.OnlyClassify only ->
                classified(request, errand).map(classification -> switch (classification) {
                    case Classification.Clear clear -> new GraphAnswer.Classified(clear.type(), clear.topic());
                    case Classification.Unclear unclear -> new GraphAnswer.Unclear();
                    case Classification.Undecided undecided -> undecided(undecided);
                });
        };
    }

    private Uni<Classification> classified(GraphRequest request, Errand errand) {
        return classifier.classify(request.subject(), request.language(), errand);
    }

    private Uni<GraphAnswer> drawGiven(GraphRequest request, DiagramType type, Errand errand) {
        if (Placeholders.isOne(request.subject())
                && request.wishes().pairsFor(type).isEmpty()) {
            return answered(new GraphAnswer.Unclear());
        }
        return draw(
                request, type, request.shortSubject().map(Subject::of).flatMap(topic -> verbatim(type, topic)), errand);
    }

    private Uni<GraphAnswer> draw(GraphRequest request, DiagramType type, Optional<String> topic, Errand errand) {
        return draughtsman.draw(request, type, topic, errand).map(drawing -> switch (drawing) {
            case Drawing.Done done ->
                new GraphAnswer.Drawn(type, laidOut(done.specification()), done.notices(), request.isLearningSheet());
            case Drawing.Failed failed -> new GraphAnswer.Failed(failed.reason(), Optional.of(type));
        });
    }

    /** A mind map says its topic as the user does; other diagrams in words that fit their shape. */
    private static Optional<String> verbatim(DiagramType type, String topic) {
        return Optional.of(topic).filter(words -> type.isMindMap() && !words.isBlank());
    }

    private static JsonObject laidOut(Specification specification) {
        return specification instanceof MindMap map
                ? map.toJson().with("_layout", MindMapLayout.of(map).toJson())
                : specification.toJson();
    }

    private static GraphAnswer undecided(Classification.Undecided undecided) {
        return new GraphAnswer.Failed(undecided.reason(), Optional.empty());
    }

    private static Uni<GraphAnswer> answered(GraphAnswer answer) {
        return Uni.createFrom().item(answer);
    }
}
