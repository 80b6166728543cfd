package io.mapwright.diagram.model;

import io.smallrye.mutiny.Uni;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers what the test has written down, in that order, and remembers what it was asked. */
public final class ScriptedModel implements ChatModel {

    private final Deque<Uni<ModelReply>> script = new ArrayDeque<>();
    private final List<ModelCall> calls = new ArrayList<>();

    public ScriptedModel answers(String text) {
        script.add(Uni.createFrom().item(new ModelReply.Answered(text)));
        return this;
    }

    public ScriptedModel refuses(ErrorType reason) {
        script.add(Uni.createFrom().item(new ModelReply.Refused(reason)));
        return this;
    }

    public ScriptedModel fails(RuntimeException failure) {
        script.add(Uni.createFrom().failure(failure));
        return this;
    }

    public List<ModelCall> calls() {
        return calls;
    }

    @Override
    public Uni<ModelReply> complete(ModelCall call) {
        calls.add(call);
        return script.isEmpty()
                ? Uni.createFrom().failure(new AssertionError("not in the script: " + call))
                : script.remove();
    }

    @Override
    public Uni<ModelReply> stream(ModelCall call, Runnable begun) {
        return complete(call).onItem().invoke(begun);
    }
}
