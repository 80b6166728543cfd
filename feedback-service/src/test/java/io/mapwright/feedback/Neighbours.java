package io.mapwright.feedback;

import io.mapwright.testkit.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;

import java.util.Map;
import java.util.UUID;

/** What stands around the service in every test that starts it: real servers, a scripted auth-service, own topics. */
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
@QuarkusTestResource(Neighbours.class)
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private final ScriptedAuth auth = new ScriptedAuth();

    @Override
    public Map<String, String> start() {
        String run = UUID.randomUUID().toString();
        String topic = "feedback.email-requested.v1-" + run;
        EmbeddedServers.lease().createTopic(topic, 3);
        EmbeddedServers.lease().createTopic(topic + ".dlq", 1);
        return Map.of(
                "mapwright.auth.url",
                auth.url(),
                "mp.messaging.outgoing.email-requested-out.topic",
                topic,
                "mp.messaging.incoming.email-requested-in.topic",
                topic,
                "mp.messaging.incoming.email-requested-in.group.id",
                run,
                "mp.messaging.incoming.email-requested-in.dead-letter-queue.topic",
                topic + ".dlq",
                "feedback.notification.mail.recipient",
                run + "@example.org");
    }

    @Override
    public void stop() {
        auth.close();
    }
}
