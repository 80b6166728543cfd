package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.Ledger;
import io.mapwright.llmgateway.quota.LedgerCall;
import io.mapwright.llmgateway.quota.LedgerReply;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import io.mapwright.llmgateway.quota.ScopeRules;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The ledger of one scope in Redis: one script call per exchange. */
final class RedisLedger implements Ledger {

    private static final int STATE = 0; // places among the keys
    private static final int MEMBERS = 3;

    private final Redis redis;
    private final SyncScript script;
    private final ScopeKeys keys;
    private final SyncProtocol protocol;
    private final WakeChannel wakes;
    private final Duration callTimeout;

    RedisLedger(Redis redis, SyncScript script, Supplier<ScopeRules> rules, WakeChannel wakes, Duration callTimeout) {
        this.redis = redis;
        this.script = script;
        this.wakes = wakes;
        this.callTimeout = callTimeout;
        keys = new ScopeKeys(rules.get().scope());
        protocol = new SyncProtocol(rules);
    }

    @Override
    public CompletionStage<LedgerReply> exchange(LedgerCall call) {
        var arguments = protocol.arguments(call);
        return redis.send(request(Command.EVALSHA, script.sha(), arguments))
                .recover(failure -> isUnknownScript(failure)
                        ? redis.send(request(Command.EVAL, script.source(), arguments))
                        : Future.failedFuture(failure))
                .timeout(callTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .map(response -> protocol.reply(new ResponseAnswer(response)))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<QuotaSnapshot.Holder>> holders() {
        var state = Request.cmd(Command.GET).arg(keys.all().get(STATE));
        var members = Request.cmd(Command.HGETALL).arg(keys.all().get(MEMBERS));
        return redis.batch(List.of(state, members))
                .timeout(callTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .map(answers -> StoredMembers.holders(answers.get(0), answers.get(1)))
                .toCompletionStage();
    }

    @Override
    public void onWake(String session, LongConsumer wake) {
        wakes.listen(keys.channelOf(session), wake);
    }

    private Request request(Command command, String scriptName, List<String> arguments) {
        var request = Request.cmd(command).arg(scriptName).arg(keys.all().size());
        keys.all().forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }

    /** A restarted Redis and a fresh replica of it have not seen the script yet. */
    private static boolean isUnknownScript(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    private static final class ResponseAnswer implements SyncProtocol.Answer {

        private final Response response;
        private int next;

        private ResponseAnswer(Response response) {
            this.response = response;
        }

        @Override
        public String text() {
            return response.get(next++).toString();
        }

        @Override
        public long number() {
            return response.get(next++).toLong();
        }
    }
}
