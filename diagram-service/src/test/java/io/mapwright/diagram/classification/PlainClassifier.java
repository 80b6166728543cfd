package io.mapwright.diagram.classification;

import io.mapwright.diagram.model.ChatModel;
import io.mapwright.diagram.prompt.PlainTemplates;

/** A classifier over any model. */
public final class PlainClassifier {

    private PlainClassifier() {}

    public static Classifier over(ChatModel model) {
        return new Classifier(model, PlainTemplates.prompts(), new ClassificationConfig() {
            @Override
            public String model() {
                return "qwen-turbo";
            }

            @Override
            public int maxTokens() {
                return 100;
            }
        });
    }
}
