package io.mapwright.diagram.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The models a user may choose from. */
public enum ModelName {
    QWEN,
    DEEPSEEK,
    KIMI,
    DOUBAO,
    HUNYUAN;

    /** The models asked together: all but Hunyuan, whose accounts allow five calls at a time. */
    public static final List<ModelName> FAN_OUT = List.of(QWEN, DEEPSEEK, KIMI, DOUBAO);

    /** The model with this {@link #wireName() name}; empty for anything else. */
    public static Optional<ModelName> named(String name) {
        return Arrays.stream(values())
                .filter(model -> model.wireName().equals(name))
                .findFirst();
    }

    /** The name in requests and answers, which is also the gateway's logical model. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
