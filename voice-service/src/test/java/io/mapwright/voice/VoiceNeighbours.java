package io.mapwright.voice;

import io.mapwright.testkit.MutableTime;
import io.mapwright.testkit.OwnServer;
import io.mapwright.testkit.OwnServers;
import io.mapwright.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.time.Instant;
import java.util.Map;

/** What stands around the service in its socket's tests: a Redis that may die, a scripted gateway, a clock to be moved. */
public final class VoiceNeighbours implements QuarkusTestResourceLifecycleManager {

    public static final MutableTime TIME = new MutableTime(Instant.now());
    public static final ScriptedGateway GATEWAY = new ScriptedGateway();

    private static OwnServer redis;

    public static OwnServer redis() {
        return redis;
    }

    @Override
    public Map<String, String> start() {
        redis = OwnServers.redis();
        return Map.of(
                "quarkus.redis.hosts", redis.redisUri(),
                "mapwright.identity.key-set", TestTokens.keySet().toString(),
                "mapwright.llm-gateway.url", GATEWAY.url(),
                "voice.session.registry.renew-every", "1s");
    }

    @Override
    public void stop() {
        redis.close();
        GATEWAY.close();
    }
}
