package io.mapwright.llmgateway.metering.redis;

import io.mapwright.llmgateway.metering.UsageEvent;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** The command that ends a call. */
final class CloseCommand {

    private CloseCommand() {}

    /** @param once write the event only if this very command finds the open record */
    static Request of(String open, UsageEvent event, boolean once) {
        return Request.cmd(Command.EVAL)
                .arg(Script.CLOSE.source())
                .arg(2)
                .arg(open)
                .arg(Keys.OUTBOX)
                .arg(event.call().eventId())
                .arg(event.call().attribution().organization().orElse(""))
                .arg(RecordJson.write(event))
                .arg(once ? "once" : "always");
    }
}
