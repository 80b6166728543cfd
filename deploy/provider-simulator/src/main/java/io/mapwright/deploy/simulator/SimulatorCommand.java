package io.mapwright.deploy.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The simulator as a program. */
public final class SimulatorCommand {

    private static final String HELP = """
            Plays LLM providers: OpenAI-compatible chat with each provider's own limits, errors and streams.

              java -jar provider-simulator.jar [options]

              --host HOST       address to listen on (default 0.0.0.0)
              --port PORT       TCP port, 0 for a free one (default 8090)
              --seed N          seed of everything left to chance (default 1)
              --limits WHAT     none, local (200 requests a minute and account, Hunyuan 5 at a time), real
                                (the providers' published numbers), or a JSON file; repeat to merge (default local)
              --help            this text

            Prints one line beginning with READY as soon as it answers. GET /sim/stats, PUT /sim/limits, POST /sim/faults
            and GET /sim/calls watch and steer it while it runs; SIGTERM ends it.
            """;

    private SimulatorCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        try {
            serve(arguments, out);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("provider-simulator: " + e.getMessage());
            err.println("Try --help.");
            return 2;
        } catch (IllegalStateException | IOException e) {
            err.println("provider-simulator: cannot start: " + e.getMessage());
            return 1;
        }
    }

    private static void serve(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        SimulatorOptions options =
                SimulatorOptions.defaults().withHost("0.0.0.0").withPort(8090).withLimits("local");
        List<String> patches = new ArrayList<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (!List.of("--host", "--port", "--seed", "--limits").contains(option)) {
                throw new IllegalArgumentException("no option '" + option + "'");
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            String value = rest.next();
            switch (option) {
                case "--host" -> options = options.withHost(value);
                case "--port" ->
                    options = options.withPort(number(option, value).intValue());
                case "--seed" -> options = options.withSeed(number(option, value));
                default -> patches.add(limits(value));
            }
        }
        Simulator simulator = Simulator.start(options);
        patches.forEach(simulator::limits);
        // The hook closes: by the time it runs the virtual machine no longer waits for this thread.
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
        out.println("READY provider-simulator on port " + simulator.port());
        new CountDownLatch(1).await();
    }

    private static String limits(String value) throws IOException {
        Path file = Path.of(value);
        return Files.isRegularFile(file) ? Files.readString(file) : "{\"preset\":\"" + value + "\"}";
    }

    private static Long number(String option, String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not '" + value + "'", e);
        }
    }
}
