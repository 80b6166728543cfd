package io.mapwright.deploy.simulator.answer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers prompts believably: a map about the prompt's own topic in the prompt's own language, the same for the same seed
 * and prompt. Recent answers are kept, since a load test asks the same things over and over.
 *
 * <p>Not thread-safe.
 */
public final class AnswerBook {

    private static final int KEPT = 2_000;

    private final PromptReader reader;
    private final Scribe scribe = new Scribe();
    private final Map<Asked, Answer> recent = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
            return size() > KEPT;
        }
    };

    public AnswerBook(long seed) {
        reader = new PromptReader(seed);
    }

    /** @param chunkTokens tokens of a piece when the answer is streamed */
    public Answer answer(Question question, int chunkTokens) {
        Asked asked = new Asked(question, chunkTokens);
        Answer known = recent.get(asked);
        if (known == null) {
            known = Answer.of(scribe.write(reader.read(question)), chunkTokens);
            recent.put(asked, known);
        }
        return known;
    }

    /** What a model thinks before it answers. */
    public Answer thoughts(Question question, int chunkTokens) {
        Brief brief = reader.read(question);
        return Answer.of(scribe.thoughts(brief), chunkTokens);
    }

    /** What a model says when it forgets that JSON was asked for. */
    public Answer prose(Question question, int chunkTokens) {
        Brief brief = reader.read(question);
        return Answer.of(scribe.conversation(brief), chunkTokens);
    }

    private record Asked(Question question, int chunkTokens) {}
}
