package io.mapwright.deploy.local.stack;

import io.mapwright.deploy.local.gateway.GatewaySettings;
import io.mapwright.deploy.local.secrets.Secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns what was asked for into the list of processes to run. */
public final class StackPlan {

    /** Facts that services exchange, and where those go that nobody could digest. */
    private static final List<String> TOPICS = List.of(
            "llm.usage-recorded.v1",
            "llm.usage-recorded.v1.dlq",
            "feedback.email-requested.v1",
            "feedback.email-requested.v1.dlq");

    /** PostgreSQL's default, into which the shares of the services were cut: what does not fit here fits nowhere. */
    private static final int DATABASE_CONNECTIONS = 100;

    private static final int SERVERS_TIER = 0;
    private static final int SERVICES_TIER = 1;
    private static final int GATEWAY_TIER = 2;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final StackOptions options;
    private final Layout layout;
    private final Secrets secrets;
    private final Providers providers;

    /** @param environment of whoever starts the stack; provider keys are taken from it */
    public StackPlan(StackOptions options, Layout layout, Secrets secrets, Map<String, String> environment) {
        this.options = options;
        this.layout = layout;
        this.secrets = secrets;
        this.providers = Providers.chosenBy(environment, options.ports().simulator());
    }

    /** Names of the providers that are really called, and may cost money. */
    public List<String> realProviders() {
        return providers.real();
    }

    /** Every process, servers first. */
    public List<ProcessSpec> processes() {
        List<ProcessSpec> processes = new ArrayList<>(List.of(postgres(), redis(), kafka(), mail(), simulator()));
        for (Suite service : Suite.values()) {
            IntStream.range(0, options.replicas().get(service))
                    .mapToObj(replica -> service(service, replica))
                    .forEach(processes::add);
        }
        processes.add(gateway());
        return List.copyOf(processes);
    }

    private ProcessSpec postgres() {
        int port = options.ports().postgres();
        String databases = String.join(
                ",",
                Stream.of(Suite.values())
                        .flatMap(service -> service.database().stream())
                        .toList());
        List<String> prepare = servers(
                64,
                "prepare",
                "postgres",
                "--data",
                data("postgres"),
                "--port",
                text(port),
                "--databases",
                databases,
                "--max-connections",
                text(DATABASE_CONNECTIONS));
        // SIGINT ends sessions; SIGTERM would wait for them.
        ProcessSpec.Launch launch = new ProcessSpec.Launch(List.of(), prepare, Map.of(), "INT", GRACE);
        return server("postgres", launch, List.of(port), new Probe.Postgres(port));
    }

    private ProcessSpec redis() {
        int port = options.ports().redis();
        List<String> prepare = servers(32, "prepare", "redis", "--data", data("redis"), "--port", text(port));
        ProcessSpec.Launch launch = new ProcessSpec.Launch(List.of(), prepare, Map.of(), "TERM", GRACE);
        return server("redis", launch, List.of(port), new Probe.Redis(port));
    }

    private ProcessSpec kafka() {
        int port = options.ports().kafka();
        String topics =
                String.join(",", TOPICS.stream().map(topic -> topic + ":3").toList());
        List<String> command = servers(
                256,
                "kafka",
                "--data",
                data("kafka"),
                "--port",
                text(port),
                "--topics",
                topics,
                "--until-stdin-closes");
        return server("kafka", ProcessSpec.Launch.of(command, Map.of(), GRACE), List.of(port), new Probe.Kafka(port));
    }

    private ProcessSpec mail() {
        int smtp = options.ports().smtp();
        int inbox = options.ports().inbox();
        List<String> command = servers(
                64,
                "mail",
                "--data",
                data("mail"),
                "--port",
                text(smtp),
                "--inbox-port",
                text(inbox),
                "--until-stdin-closes");
        return server(
                "mail", ProcessSpec.Launch.of(command, Map.of(), GRACE), List.of(smtp, inbox), new Probe.Smtp(smtp));
    }

    private ProcessSpec simulator() {
        int port = options.ports().simulator();
        List<String> command = java(
                new Jvm(128, true),
                "-jar",
                layout.simulatorJar().toString(),
                "--host",
                "127.0.0.1",
                "--port",
                text(port));
        return server(
                "provider-simulator",
                ProcessSpec.Launch.of(command, Map.of(), GRACE),
                List.of(port),
                new Probe.Http(java.net.URI.create("http://127.0.0.1:" + port + "/sim/health")));
    }

    private ProcessSpec service(Suite service, int replica) {
        Ports ports = options.ports();
        String name = replica == 0 ? service.serviceName() : service.serviceName() + "-" + (replica + 1);
        int management = ports.management(service, replica);
        List<String> command =
                java(new Jvm(256, true), "-jar", layout.service(service).toString());
        return new ProcessSpec(
                name,
                ProcessSpec.Launch.of(command, environment(service, replica), GRACE),
                List.of(ports.service(service, replica), management),
                Probe.Http.readiness(management),
                service.startsAfter(),
                SERVICES_TIER,
                layout.logs().resolve(name + ".log"));
    }

    private Map<String, String> environment(Suite service, int replica) {
        ServiceEnvironment environment = new ServiceEnvironment(options, secrets);
        Map<String, String> settings = new LinkedHashMap<>(environment.of(service, replica));
        if (service == Suite.LLM_GATEWAY) {
            settings.putAll(providers.settings());
        }
        return settings;
    }

    private ProcessSpec gateway() {
        Ports ports = options.ports();
        List<String> command = new ArrayList<>(
                java(new Jvm(96, true), "-jar", layout.localJar().toString(), "gateway"));
        command.addAll(List.of("--port", text(ports.gateway())));
        command.addAll(List.of("--management-port", text(ports.gatewayManagement())));
        command.addAll(List.of("--routes", layout.routes().toString()));
        List<Integer> opened = new ArrayList<>(List.of(ports.gateway(), ports.gatewayManagement()));
        for (Suite service : Suite.values()) {
            List<Integer> replicas = IntStream.range(0, options.replicas().get(service))
                    .mapToObj(replica -> ports.service(service, replica))
                    .toList();
            opened.add(ports.inside(service));
            command.addAll(List.of(
                    "--service",
                    new GatewaySettings.Service(service.serviceName(), ports.inside(service), replicas).toString()));
        }
        options.corsOrigins().forEach(origin -> command.addAll(List.of("--cors-origin", origin)));
        return new ProcessSpec(
                "api-gateway",
                ProcessSpec.Launch.of(command, Map.of(), GRACE),
                opened,
                Probe.Http.readiness(ports.gatewayManagement()),
                Set.of(),
                GATEWAY_TIER,
                layout.logs().resolve("api-gateway.log"));
    }

    private ProcessSpec server(String name, ProcessSpec.Launch launch, List<Integer> ports, Probe readiness) {
        return new ProcessSpec(
                name,
                launch,
                ports,
                readiness,
                Set.of(),
                SERVERS_TIER,
                layout.logs().resolve(name + ".log"));
    }

    private List<String> servers(int heapMegabytes, String... arguments) {
        String classPath = layout.serversClasses() + java.io.File.pathSeparator + read(layout.serversClassPath());
        List<String> command = new ArrayList<>(List.of("-cp", classPath, "io.mapwright.deploy.servers.Main"));
        command.addAll(List.of(arguments));
        return java(new Jvm(heapMegabytes, true), command.toArray(String[]::new));
    }

    private List<String> java(Jvm jvm, String... arguments) {
        List<String> command = new ArrayList<>(List.of(layout.java()));
        command.addAll(jvm.options());
        command.addAll(List.of(arguments));
        return command;
    }

    private String data(String name) {
        return layout.data().resolve(name).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
