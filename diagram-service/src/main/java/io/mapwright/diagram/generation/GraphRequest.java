package io.mapwright.diagram.generation;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.model.ModelName;
import io.mapwright.diagram.specification.DiagramType;

import java.util.Optional;

/**
 * A wish for a diagram, as it came.
 *
 * @param prompt what the user wrote, not blank
 * @param kind which diagram
 * @param language in which it is written
 * @param model that draws it
 * @param wishes what the user has decided already
 */
public record GraphRequest(String prompt, Kind kind, Language language, ModelName model, Wishes wishes) {

    /** Which diagram is wanted. */
    public sealed interface Kind {

        /** This one. */
        record Given(DiagramType type) implements Kind {}

        /** Whichever the prompt asks for. */
        record Auto() implements Kind {}

        /** None yet: only say which one the prompt asks for, and its topic. */
        record OnlyClassify() implements Kind {}
    }

    /** What is left when the words that ask for a learning sheet are taken away. */
    String subject() {
        return LearningSheet.stripped(prompt);
    }

    /** Whether a learning sheet is wanted. */
    boolean isLearningSheet() {
        return LearningSheet.isWantedIn(prompt);
    }

    /** The same wish for another model. */
    public GraphRequest by(ModelName other) {
        return new GraphRequest(prompt, kind, language, other, wishes);
    }

    /** The subject on one line, where it is short enough to be a topic. */
    Optional<String> shortSubject() {
        return Optional.of(subject()).filter(text -> text.length() <= 60 && !text.contains("\n"));
    }
}
