package io.mapwright.deploy.local.gateway;

import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;

/** Runs the gateway as a process of its own until it is told to stop, then drains it. */
public final class GatewayMain {

    private static final Duration DRAIN = Duration.ofSeconds(8);

    private static final OptionSet OPTIONS = OptionSet.of("gateway")
            .about("Runs the local API gateway. Started by `up`; rarely by hand.")
            .value("host", "ADDRESS", "address to listen on (127.0.0.1)")
            .value("port", "PORT", "port of the public API (8080)")
            .value("management-port", "PORT", "port of /q/health (9080)")
            .value("routes", "DIR", "kustomize folder with the HTTPRoute files")
            .repeated("service", "NAME=INSIDE:PORT,PORT", "a service: its inside port and its replicas' ports")
            .value("body-limit", "BYTES", "largest request body (5242880)")
            .repeated("cors-origin", "ORIGIN", "origin whose pages may call the API");

    private GatewayMain() {}

    /** Runs until the process is told to end; returns at once when the options are wrong or only help was asked for. */
    public static int run(List<String> words) {
        Arguments arguments = Arguments.parse(OPTIONS, words);
        GatewaySettings settings = new GatewaySettings(
                arguments.value("host").orElse("127.0.0.1"),
                arguments.port("port").orElse(8080),
                arguments.port("management-port").orElse(9080),
                Path.of(arguments.value("routes").orElse("deploy/k8s/base/routes")),
                arguments.values("service").stream()
                        .map(GatewaySettings.Service::parse)
                        .toList(),
                arguments.value("body-limit").map(Long::valueOf).orElse(GatewaySettings.DEFAULT_BODY_LIMIT),
                new HashSet<>(arguments.values("cors-origin")));
        ApiGateway gateway = ApiGateway.start(settings, InstantSource.system(), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway)));
        System.out.println("ready on port " + gateway.publicPort());
        return 0;
    }

    private static void stop(ApiGateway gateway) {
        try {
            gateway.drain(DRAIN);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        gateway.close();
    }
}
