package io.mapwright.deploy.load;

import io.mapwright.deploy.load.chaos.ChaosCommand;
import io.mapwright.deploy.load.disconnects.DisconnectsCommand;
import io.mapwright.deploy.load.faults.FaultsCommand;
import io.mapwright.deploy.load.generate.GenerateCommand;
import io.mapwright.deploy.load.quota.QuotaCommand;
import io.mapwright.deploy.load.token.TokenCommand;
import io.mapwright.deploy.local.arguments.UsageException;

import java.util.List;

/** Entry point: the first word names the program. */
public final class Load {

    private Load() {}

    public static void main(String[] words) throws InterruptedException {
        // Kafka's client looks for a log to write to; what matters is printed here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        List<String> rest = words.length == 0 ? List.of() : List.of(words).subList(1, words.length);
        try {
            int status =
                    switch (words.length == 0 ? "" : words[0]) {
                        case "token" -> TokenCommand.run(rest);
                        case "generate" -> GenerateCommand.run(rest);
                        case "chaos" -> ChaosCommand.run(rest);
                        case "disconnects" -> DisconnectsCommand.run(rest);
                        case "faults" -> FaultsCommand.run(rest);
                        case "quota" -> QuotaCommand.run(rest);
                        default ->
                            throw new UsageException("programs: chaos, disconnects, faults, generate, quota, token");
                    };
            System.exit(status);
        } catch (UsageException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }
}
