package io.mapwright.auth;

import io.mapwright.testkit.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What stands around the service in every test that starts it: real servers, a demo, and topics of its own. */
@QuarkusTestResource(
        value = EmbeddedServers.class,
        initArgs = {@ResourceArg(name = "database", value = "auth"), @ResourceArg(name = "identity", value = "none")})
@QuarkusTestResource(Neighbours.class)
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String run = UUID.randomUUID().toString();
        String topic = "llm.usage-recorded.v1-" + run;
        EmbeddedServers.lease().createTopic(topic, 3);
        EmbeddedServers.lease().createTopic(topic + ".dlq", 1);
        Map<String, String> settings = new HashMap<>(Demo.SETTINGS);
        settings.put("mp.messaging.incoming.usage-recorded.topic", topic);
        settings.put("mp.messaging.incoming.usage-recorded.group.id", run);
        settings.put("mp.messaging.outgoing.usage-dead-letters.topic", topic + ".dlq");
        settings.put("auth.password.memory-kib", "8192");
        settings.put("auth.token.services.diagram-service", Demo.SERVICE_SECRET);
        return settings;
    }

    @Override
    public void stop() {
        // The topics end with the servers.
    }
}
