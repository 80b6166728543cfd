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
        return answer(request, errand, Draughtsman.Begun.UNHEARD);
    }

    /** As {@link #answer(GraphRequest, Errand)}, saying when the model begins to draw. */
    Uni<GraphAnswer> answer(GraphRequest request, Errand errand, Draughtsman.Begun begun) {
        return target(request, errand).chain(target -> draw(request, target, errand, begun));
    }

    /** Finds out what to draw; asks no model where the request says it. */
    Uni<Target> target(GraphRequest request, Errand errand) {
        return switch (request.kind()) {
            case GraphRequest.Kind.Given given -> Uni.createFrom().item(given(request, given.type()));
            case GraphRequest.Kind.Auto auto ->
                classified(request, errand).map(classification -> switch (classification) {
                    case Classification.Clear clear ->
                        new Target.Diagram(clear.type(), verbatim(clear.type(), clear.topic()));
                    case Classification.Unclear unclear -> new Target.Nothing(new GraphAnswer.Unclear());
                    case Classification.Undecided undecided -> undecided(undecided);
                });
            case GraphRequest.Kind.OnlyClassify only ->
                classified(request, errand).map(classification -> switch (classification) {
                    case Classification.Clear clear ->
                        new Target.Nothing(new GraphAnswer.Classified(clear.type(), clear.topic()));
                    case Classification.Unclear unclear -> new Target.Nothing(new GraphAnswer.Unclear());
                    case Classification.Undecided undecided -> undecided(undecided);
                });
        };
    }

    /** Draws what was found out. */
    Uni<GraphAnswer> draw(GraphRequest request, Target target, Errand errand, Draughtsman.Begun begun) {
        return switch (target) {
            case Target.Nothing nothing -> Uni.createFrom().item(nothing.answer());
            case Target.Diagram diagram ->
                draughtsman.draw(request, diagram, errand, begun).map(drawing -> switch (drawing) {
                    case Drawing.Done done ->
                        new GraphAnswer.Drawn(
                                diagram.type(),
                                laidOut(done.specification()),
                                done.notices(),
                                request.isLearningSheet());
                    case Drawing.Failed failed -> new GraphAnswer.Failed(failed.reason(), Optional.of(diagram.type()));
                });
        };
    }

    private Uni<Classification> classified(GraphRequest request, Errand errand) {
        return classifier.classify(request.subject(), request.language(), errand);
    }

    private static Target given(GraphRequest request, DiagramType type) {
        boolean content = !Placeholders.isOne(request.subject());
        return content || !request.wishes().pairsFor(type).isEmpty()
                ? new Target.Diagram(
                        type, request.shortSubject().map(Subject::of).flatMap(topic -> verbatim(type, topic)))
                : new Target.Nothing(new GraphAnswer.Unclear());
    }

    /** A mind map says its topic as the user does; other diagrams in words that fit their shape. */
    private static Optional<String> verbatim(DiagramType type, String topic) {
        return Optional.of(topic).filter(words -> type.isMindMap() && !words.isBlank());
    }

    private static Target undecided(Classification.Undecided undecided) {
        return new Target.Nothing(new GraphAnswer.Failed(undecided.reason(), Optional.empty()));
    }

    private static JsonObject laidOut(Specification specification) {
        return specification instanceof MindMap map
                ? map.toJson().with("_layout", MindMapLayout.of(map).toJson())
                : specification.toJson();
    }
}
