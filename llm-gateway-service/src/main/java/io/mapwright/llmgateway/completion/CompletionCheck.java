package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.configuration.ConfigurationCheck;
import io.mapwright.llmgateway.provider.UpstreamConfig;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;

/** Checks the settings of calls and of the connections they use. */
@Singleton
final class CompletionCheck implements ConfigurationCheck {

    private final CompletionConfig completion;
    private final UpstreamConfig upstream;

    CompletionCheck(CompletionConfig completion, UpstreamConfig upstream) {
        this.completion = completion;
        this.upstream = upstream;
    }

    @Override
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (!completion.defaultDeadline().isPositive()
                || completion.defaultDeadline().compareTo(completion.longestDeadline()) > 0) {
            mistakes.add("gateway.completion.default-deadline must be positive and at most longest-deadline ("
                    + completion.longestDeadline() + ") but was: " + completion.defaultDeadline());
        }
        if (completion.patienceBeforeFallback().isNegative()) {
            mistakes.add("gateway.completion.patience-before-fallback must not be negative but was: "
                    + completion.patienceBeforeFallback());
        }
        atLeastOne(mistakes, "gateway.completion.most-attempts", completion.mostAttempts());
        atLeastOne(mistakes, "gateway.upstream.connections-per-provider", upstream.connectionsPerProvider());
        atLeastOne(mistakes, "gateway.upstream.waiting-for-connection", upstream.waitingForConnection());
        atLeastOne(mistakes, "gateway.upstream.chunks-ahead", upstream.chunksAhead());
        atLeastOne(
                mistakes,
                "gateway.upstream.largest-answer",
                upstream.largestAnswer().asLongValue());
        atLeastOne(
                mistakes,
                "gateway.upstream.largest-event",
                upstream.largestEvent().asLongValue());
        return mistakes;
    }

    private static void atLeastOne(List<String> mistakes, String key, long value) {
        if (value < 1) {
            mistakes.add(key + " must be at least 1 but was: " + value);
        }
    }
}
