package io.mapwright.deploy.load.suite;

import java.util.Optional;

/** The suite answered something else than it should; the message has both. */
public final class UnexpectedAnswerException extends RuntimeException {

    private final transient Optional<Answer> answer;

    /** @param wanted what should have come, in words */
    public UnexpectedAnswerException(String wanted, Answer got) {
        super("expected " + wanted + ", got " + got.brief());
        this.answer = Optional.of(got);
    }

    public UnexpectedAnswerException(String message) {
        super(message);
        this.answer = Optional.empty();
    }

    /** What came instead, if it was an answer at all. */
    public Optional<Answer> answer() {
        return answer;
    }
}
