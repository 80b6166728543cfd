package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.LedgerCall;
import io.mapwright.llmgateway.quota.LedgerReply;
import io.mapwright.llmgateway.quota.LedgerReply.Obstacle;
import io.mapwright.llmgateway.quota.LedgerReply.ScopeState;
import io.mapwright.llmgateway.quota.LedgerReply.Slot;
import io.mapwright.llmgateway.quota.ScopeRules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The words of {@code sync.lua}: its arguments in their order, and its answers. */
final class SyncProtocol {

    /** An answer of the script, read from its start to its end. */
    interface Answer {

        String text();

        long number();
    }

    private static final String REDIS_TIME = "";

    private final Supplier<ScopeRules> rules;

    SyncProtocol(Supplier<ScopeRules> rules) {
        this.rules = rules;
    }

    /** The arguments of a call that takes its time from Redis. */
    List<String> arguments(LedgerCall call) {
        return arguments(call, REDIS_TIME);
    }

    /** The arguments of a call at a given time, for tests that own the clock. */
    List<String> arguments(LedgerCall call, String now) {
        var report = call.report();
        var words = new Words();
        words.add(now, call.session(), call.sequence(), call.sent().size());
        call.sent().forEach(earlier -> words.add(earlier.sequence(), earlier.ago()));
        words.add(call.known(), flag(call.rejoined()), flag(report.leaving()), call.peers());
        addLimits(words);
        words.add(rules.get().pulse().lease().toNanos() / 1000, report.promise());
        var holdings = report.holdings();
        words.add(holdings.held(), holdings.reserved(), holdings.received(), holdings.settled());
        addSpendings(words, report.returned());
        addSpendings(words, report.unknown());
        words.add(report.rejections().size());
        report.rejections().forEach(rejection -> words.add(wordOf(rejection.limit()), rejection.delay()));
        words.add(report.groups().size());
        report.groups()
                .forEach(group -> words.add(
                        group.priority().ordinal() + 1,
                        group.organization(),
                        group.weight(),
                        group.count(),
                        group.waited(),
                        group.cost()));
        return words.list;
    }

    private void addLimits(Words words) {
        var limits = rules.get().limits();
        var pacing = limits.pacing();
        words.add(limits.version(), limits.requests(), limits.tokens(), limits.dayRequests(), limits.dayTokens());
        words.add(limits.concurrency(), limits.window(), pacing.spacing(), pacing.burst());
        words.add(pacing.tokenSpacing(), pacing.tokenBurst(), flag(limits.chargedAtStart()));
        words.add(pacing.lead(), pacing.lowLead());
        words.add(rules.get().floors().standard(), rules.get().floors().background(), limits.coolDown());
        words.add(rules.get().alone().share(), pacing.ramp());
    }

    private static void addSpendings(Words words, List<LedgerCall.Spending> spendings) {
        words.add(spendings.size());
        spendings.forEach(spending -> words.add(spending.at(), spending.requests(), spending.tokens()));
    }

    private static int flag(boolean flag) {
        return flag ? 1 : 0;
    }

    private static String wordOf(Dimension limit) {
        return switch (limit) {
            case REQUESTS_PER_MINUTE -> "requests";
            case TOKENS_PER_MINUTE -> "tokens";
            case REQUESTS_PER_SECOND, TOKENS_PER_SECOND -> "second";
            case REQUESTS_PER_DAY, TOKENS_PER_DAY -> "day";
            case CONCURRENCY -> "concurrency";
            case GROWTH, USER_TOKENS_PER_DAY, ORGANIZATION_TOKENS_PER_DAY -> "growth";
        };
    }

    LedgerReply reply(Answer answer) {
        var status = answer.text();
        return switch (status) {
            case "served" -> served(answer);
            case "stale" -> new LedgerReply.Stale();
            case "later" -> new LedgerReply.Later(answer.number());
            case "restore" -> new LedgerReply.Restore(answer.number());
            default -> throw new IllegalStateException("the ledger answered " + status);
        };
    }

    private static LedgerReply.Served served(Answer answer) {
        long generation = answer.number();
        long now = answer.number();
        long comeBack = answer.number();
        var obstacle = Obstacle.valueOf(answer.text().toUpperCase(Locale.ROOT));
        long woken = answer.number();
        var state = new ScopeState(
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                answer.number(),
                List.of(answer.number(), answer.number()),
                List.of(answer.number(), answer.number(), answer.number()));
        var slots = new ArrayList<Slot>();
        for (long left = answer.number(); left > 0; left--) {
            slots.add(new Slot(answer.number(), (int) answer.number(), answer.number() == 1));
        }
        return new LedgerReply.Served(generation, now, comeBack, obstacle, woken, state, slots);
    }

    private static final class Words {

        private final List<String> list = new ArrayList<>(64);

        private void add(Object... words) {
            for (var word : words) {
                list.add(word.toString());
            }
        }
    }
}
