package io.mapwright.llmgateway.provider;

import java.util.Map;

/** A part of the OpenAI chat dialect that not every provider has. */
public enum Ability {
    SEVERAL_CHOICES("n"),
    TOOLS("tools"),
    RESPONSE_FORMAT("response_format"),
    SEED("seed"),
    STOP("stop"),
    LOGPROBS("logprobs"),
    PARALLEL_TOOL_CALLS("parallel_tool_calls"),
    LOGIT_BIAS("logit_bias");

    private final String member;

    Ability(String member) {
        this.member = member;
    }

    /** The request member that asks for it. */
    public String member() {
        return member;
    }

    /** Whether the request needs this ability; a member that only repeats the dialect's default does not. */
    public boolean isAskedBy(Map<String, Object> body) {
        Object value = body.get(member);
        return switch (this) {
            case SEVERAL_CHOICES -> value instanceof Number choices && choices.longValue() > 1;
            case LOGPROBS -> Boolean.TRUE.equals(value);
            case RESPONSE_FORMAT -> value instanceof Map<?, ?> format && !"text".equals(format.get("type"));
            default -> value != null;
        };
    }
}
