package io.mapwright.llmgateway.completion.rest;

import io.mapwright.defaults.problem.Text;

/** A chat request that breaks the contract; says which member and how. */
final class InvalidChatException extends Exception {

    private final String parameter;
    private final transient Text text;

    /** @param parameter the member at fault, empty when it is the body as a whole */
    InvalidChatException(String parameter, Text text) {
        super(text.en(), null, false, false);
        this.parameter = parameter;
        this.text = text;
    }

    String parameter() {
        return parameter;
    }

    Text text() {
        return text;
    }
}
