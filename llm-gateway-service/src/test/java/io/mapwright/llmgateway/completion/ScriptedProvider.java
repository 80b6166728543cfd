package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.Ending;
import io.mapwright.llmgateway.provider.ErrorSignal;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.ModelProvider;
import io.mapwright.llmgateway.provider.ProviderCall;
import io.mapwright.llmgateway.provider.ProviderReply;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.provider.Usage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Providers that answer by a script, each its own; one without a script answers well. */
final class ScriptedProvider implements ModelProvider {

    final List<String> called = new ArrayList<>();
    private final Map<String, Iterator<ProviderReply>> scripts = new HashMap<>();

    ScriptedProvider script(String provider, ProviderReply... replies) {
        scripts.put(provider, List.of(replies).iterator());
        return this;
    }

    static ProviderReply answer() {
        return new ProviderReply.Whole("{}", "words", new Ending("stop", Optional.of(new Usage(10, 5, 0, 0))));
    }

    static ProviderReply failure(Meaning meaning) {
        return new ProviderReply.Failed(new Diagnosis(meaning.of(ErrorSignal.ofText(500, "")), true), true);
    }

    static ProviderReply failure(Meaning meaning, String words) {
        return new ProviderReply.Failed(new Diagnosis(meaning.of(ErrorSignal.ofText(429, words)), true), true);
    }

    static ProviderReply neverSent() {
        return new ProviderReply.Failed(new Diagnosis(Meaning.BROKEN.of(ErrorSignal.ofText(0, "")), true), false);
    }

    static ProviderReply stream(StreamPart... parts) {
        return new ProviderReply.Streaming(Multi.createFrom().items(parts));
    }

    @Override
    public Uni<ProviderReply> send(ProviderCall call) {
        String provider = call.provider().id().value();
        called.add(provider);
        Iterator<ProviderReply> script = scripts.get(provider);
        return Uni.createFrom().item(script != null && script.hasNext() ? script.next() : answer());
    }
}
