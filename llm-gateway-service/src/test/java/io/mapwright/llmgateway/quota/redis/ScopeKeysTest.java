package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.QuotaScope;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class ScopeKeysTest {

    private final ScopeKeys keys = new ScopeKeys(new QuotaScope("dashscope", "default", "qwen-plus"));

    @Test
    void lieInOneSlotOfACluster() {
        assertThat(keys.all()).allMatch(key -> key.startsWith("{q:dashscope:default:qwen-plus}:"));
        assertThat(keys.channelOf("session")).startsWith("{q:dashscope:default:qwen-plus}:");
    }

    @Test
    void areAllThatTheScriptTouches() {
        var calls = Pattern.compile("redis\\.call\\('(\\w+)'(?:, ([^,)]+))?")
                .matcher(SyncScript.load().source())
                .results()
                .filter(call -> !call.group(1).equals("TIME") && !call.group(1).equals("PUBSUB"))
                .map(call -> call.group(2));

        assertThat(calls).isNotEmpty().allMatch(argument -> argument.matches("KEY_[A-Z]+|CHANNEL .*|key"));
    }
}
