package io.mapwright.voice.completion;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * A model did not answer. Nothing is tried again here: the gateway has done what trying again can do.
 */
public final class CompletionFailure extends RuntimeException {

    /** The model answered, but not with what was asked for. */
    public static final String NO_RESPONSE = "no_response";

    private final String errorType;

    /** @param errorType stable machine code, as clients see it */
    public CompletionFailure(String errorType) {
        this(errorType, null);
    }

    public CompletionFailure(String errorType, @Nullable Throwable cause) {
        super(errorType, cause, false, false);
        this.errorType = Objects.requireNonNull(errorType, "errorType");
    }

    /** Stable machine code. */
    public String errorType() {
        return errorType;
    }
}
