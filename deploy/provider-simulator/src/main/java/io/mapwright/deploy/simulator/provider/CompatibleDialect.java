package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.limit.Refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A provider of the OpenAI schema: a table of what is its own. */
final class CompatibleDialect implements Dialect {

    private final Provider provider;
    private final Quirks quirks;
    private final Envelope envelope;
    private final RequestRules rules;
    private final Function<RandomGenerator, String> ids;
    private final Function<String, Map<String, String>> headers;
    private final ErrorCatalogue catalogue;

    CompatibleDialect(
            Provider provider,
            Quirks quirks,
            Envelope envelope,
            RequestRules rules,
            Function<RandomGenerator, String> ids,
            Function<String, Map<String, String>> headers) {
        this.provider = provider;
        this.quirks = quirks;
        this.envelope = envelope;
        this.rules = rules;
        this.ids = ids;
        this.headers = headers;
        this.catalogue = ErrorCatalogue.of(provider);
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
    public String newId(RandomGenerator random) {
        return ids.apply(random);
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
    public WireError malformed(String requestId) {
        return write(catalogue.row("malformed"), null, new Blanks("", requestId, null), false);
    }

    @Override
    public WireError badKey(String requestId) {
        return write(catalogue.row("bad_key"), null, new Blanks("", requestId, null), false);
    }

    @Override
    public WireError refused(Refusal refusal, ChatRequest request, String requestId) {
        ErrorRow row = catalogue.row(envelope.refusalKey(refusal.dimension()));
        WireError error = write(row, null, new Blanks(request.model(), requestId, refusal), request.stream());
        return provider == Provider.OPENAI ? error.with("retry-after", Long.toString(refusal.waitSeconds())) : error;
    }

    @Override
    public WireError coded(String code, String text, ChatRequest request, String requestId) {
        return write(catalogue.row(code), text, new Blanks(request.model(), requestId, null), request.stream());
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

    private WireError write(ErrorRow row, String text, Blanks blanks, boolean stream) {
        return envelope.write(row, blanks.fill(text == null ? row.message() : text), blanks.requestId(), stream);
    }
}
