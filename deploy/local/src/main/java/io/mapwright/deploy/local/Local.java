package io.mapwright.deploy.local;

import io.mapwright.deploy.local.arguments.UsageException;
import io.mapwright.deploy.local.gateway.GatewayMain;

import java.util.List;

/** Entry point of everything in this folder: the first word names the command. */
public final class Local {

    private Local() {}

    public static void main(String[] words) {
        List<String> rest = words.length == 0 ? List.of() : List.of(words).subList(1, words.length);
        try {
            switch (words.length == 0 ? "" : words[0]) {
                case "gateway" -> GatewayMain.run(rest);
                default -> throw new UsageException("no such command");
            }
        } catch (UsageException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }
}
