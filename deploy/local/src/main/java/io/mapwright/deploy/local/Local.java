package io.mapwright.deploy.local;

import io.mapwright.deploy.local.arguments.UsageException;
import io.mapwright.deploy.local.command.Down;
import io.mapwright.deploy.local.command.Status;
import io.mapwright.deploy.local.command.Supervise;
import io.mapwright.deploy.local.command.Up;
import io.mapwright.deploy.local.gateway.GatewayMain;

import java.util.List;

/** Entry point of everything in this folder: the first word names the command. */
public final class Local {

    private Local() {}

    public static void main(String[] words) throws InterruptedException {
        List<String> rest = words.length == 0 ? List.of() : List.of(words).subList(1, words.length);
        try {
            int status =
                    switch (words.length == 0 ? "" : words[0]) {
                        case "up" -> Up.run(rest);
                        case "down" -> Down.run(rest);
                        case "status" -> Status.run(rest);
                        case "supervise" -> Supervise.run(rest);
                        case "gateway" -> GatewayMain.run(rest);
                        default -> throw new UsageException("commands: up, down, status");
                    };
            if (status != 0) {
                System.exit(status);
            }
        } catch (UsageException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }
}
