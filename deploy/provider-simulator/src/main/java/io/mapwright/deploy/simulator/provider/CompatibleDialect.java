package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.limit.Refusal;
import io.mapwright.deploy.simulator.limit.Standing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A provider of the OpenAI schema: a table of what is its own. */
final class CompatibleDialect implements Dialect {

    private final Provider provider;
    private final Quirks quirks;
    private final RequestRules rules;
    private final BiFunction<String, RandomGenerator, String> ids;
    private final Function<String, Map<String, String>> headers;
    private final Errors errors;

    CompatibleDialect(
            Provider provider,
            Quirks quirks,
            Envelope envelope,
            RequestRules rules,
            BiFunction<String, RandomGenerator, String> ids,
            Function<String, Map<String, String>> headers) {
        this.provider = provider;
        this.quirks = quirks;
        this.rules = rules;
        this.ids = ids;
        this.headers = headers;
        this.errors = new Errors(ErrorCatalogue.of(provider), envelope);
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public List<String> chatPaths() {
        return provider.paths().stream().map(path -> path + "/chat/completions").toList();
    }

    @Override
    public List<String> modelPaths() {
        return provider.paths().stream().map(path -> path + "/models").toList();
    }

    @Override
    public String keepAlive(boolean stream) {
        if (provider != Provider.DEEPSEEK) {
            return "";
        }
        return stream ? ": keep-alive\n\n" : "\n";
    }

    @Override
    public String newId(String requestId, RandomGenerator random) {
        return ids.apply(requestId, random);
    }

    @Override
    public String newRequestId(RandomGenerator random) {
        return provider == Provider.ARK ? "02176" + Ids.hex(random, 48) : Ids.uuid(random);
    }

    @Override
    public Optional<WireError> objection(ChatRequest request, String requestId) {
        return rules.objection(request)
                .or(() -> provider.knows(request.model())
                        ? Optional.empty()
                        : Optional.of(new RequestRules.Objection("model_unknown", null)))
                .map(found -> coded(found.key(), found.text(), request, requestId));
    }

    @Override
    public Errors errors() {
        return errors;
    }

    @Override
    public WireError refused(Refusal refusal, ChatRequest request, String requestId) {
        WireError error = errors.refused(refusal, request, requestId);
        return provider == Provider.OPENAI ? error.with(RateLimitHeaders.of(refusal)) : error;
    }

    @Override
    public String body(Reply reply) {
        return OpenAiBody.write(quirks, reply);
    }

    @Override
    public Frames frames(Reply reply) {
        return new OpenAiFrames(quirks, reply);
    }

    @Override
    public Map<String, String> headers(String requestId) {
        return headers.apply(requestId);
    }

    @Override
    public Map<String, String> headers(Standing standing) {
        return provider == Provider.OPENAI ? RateLimitHeaders.of(standing) : Map.of();
    }
}
