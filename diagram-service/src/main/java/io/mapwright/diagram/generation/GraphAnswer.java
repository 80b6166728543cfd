package io.mapwright.diagram.generation;

import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.specification.DiagramType;
import io.mapwright.diagram.specification.Notice;

import java.util.List;
import java.util.Optional;

/** The answer to a {@link GraphRequest}. */
public sealed interface GraphAnswer {

    /** The prompt was classified and nothing drawn: the front end shows the default diagram with this topic. */
    record Classified(DiagramType type, String topic) implements GraphAnswer {}

    /** It is not clear what to draw. */
    record Unclear() implements GraphAnswer {}

    /**
     * The diagram.
     *
     * @param type what was drawn
     * @param spec its JSON, layout included
     * @param notices what of the model's answer is not in it
     * @param learningSheet whether some nodes are to be hidden
     */
    record Drawn(DiagramType type, JsonObject spec, List<Notice> notices, boolean learningSheet)
            implements GraphAnswer {

        /** Share of the nodes that a front end hides for pupils to fill in, 0 to 1. */
        public double hiddenShare() {
            return learningSheet ? LearningSheet.HIDDEN_SHARE : 0;
        }
    }

    /**
     * The model, or its provider, gave no usable diagram.
     *
     * @param type what should have been drawn, empty when that was not found out
     */
    record Failed(ErrorType reason, Optional<DiagramType> type) implements GraphAnswer {}
}
