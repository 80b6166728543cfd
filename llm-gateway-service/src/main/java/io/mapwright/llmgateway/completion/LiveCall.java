package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.estimation.TokenRule;
import io.mapwright.llmgateway.metering.OpenCall;
import io.mapwright.llmgateway.metering.UsageEvent.Finish;
import io.mapwright.llmgateway.provider.Category;
import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.Ending;
import io.mapwright.llmgateway.provider.Usage;
import io.mapwright.llmgateway.quota.CallEnding;
import io.mapwright.llmgateway.quota.Permit;
import io.mapwright.llmgateway.quota.TokenUsage;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that is under way. It holds a permit and an open record, and gives both back exactly once, however it ends. */
final class LiveCall {

    private final Permit permit;
    private final OpenCall call;
    private final Bookkeeping books;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile double words;
    private volatile Optional<Instant> firstToken = Optional.empty();

    LiveCall(Permit permit, OpenCall call, Bookkeeping books) {
        this.permit = permit;
        this.call = call;
        this.books = books;
        books.open(call);
    }

    /** Takes note of a piece of the answer. Pieces come one after the other. */
    void heard(String text) {
        if (!text.isEmpty()) {
            words = words + TokenRule.weigh(text);
            if (firstToken.isEmpty()) {
                firstToken = Optional.of(books.now());
            }
        }
    }

    void complete(Ending ending) {
        if (ended.compareAndSet(false, true)) {
            settle(ending.usage());
            close(ending.usage(), Finish.COMPLETE, Optional.empty());
        }
    }

    /** @param sent whether the provider can have seen the call; otherwise there is nothing to record */
    void fail(Diagnosis diagnosis, boolean sent, Optional<Usage> usage) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        if (!sent) {
            permit.end(new CallEnding.NotSent());
            books.discard(call);
            return;
        }
        Category category = diagnosis.failure().category();
        if (usage.isPresent() || !isRejection(category) || words > 0) {
            settle(usage);
        } else {
            permit.end(new CallEnding.Rejected());
        }
        Optional<Usage> known = words == 0 && isRejection(category) ? Optional.of(Usage.NONE) : usage;
        close(known, Finish.FAILED, Optional.of(category.wireName()));
    }

    /** The caller left. */
    void abort() {
        if (ended.compareAndSet(false, true)) {
            permit.end(new CallEnding.UsageUnknown());
            close(Optional.empty(), Finish.ABORTED, Optional.empty());
        }
    }

    private void settle(Optional<Usage> usage) {
        permit.end(
                usage.<CallEnding>map(taken -> new CallEnding.Completed(new TokenUsage(taken.input(), taken.output())))
                        .orElseGet(CallEnding.UsageUnknown::new));
    }

    private void close(Optional<Usage> usage, Finish finish, Optional<String> error) {
        Usage estimate = new Usage(call.estimatedInput(), Math.round(words), 0, 0);
        books.close(call, usage, estimate, new Bookkeeping.Ended(finish, error, firstToken));
    }

    /** Whether the provider refused to begin, so that no tokens were taken. */
    private static boolean isRejection(Category category) {
        return switch (category) {
            case TIMEOUT, SERVER_ERROR -> false;
            default -> true;
        };
    }
}
