package io.mapwright.deploy.local.gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What the gateway is told at start.
 *
 * @param host address to listen on, such as {@code 127.0.0.1}
 * @param publicPort port of the public API; 0 means any free one
 * @param managementPort port of health; 0 means any free one
 * @param routes kustomize folder with the route files
 * @param services every service with its inside port and its replicas' ports
 * @param bodyLimit most bytes of a request's body on the public port
 * @param corsOrigins origins whose pages may call the API; empty means none
 */
public record GatewaySettings(
        String host,
        int publicPort,
        int managementPort,
        Path routes,
        List<Service> services,
        long bodyLimit,
        Set<String> corsOrigins) {

    /** The documented limit of the public API. */
    public static final long DEFAULT_BODY_LIMIT = 5L << 20;

    public GatewaySettings {
        services = List.copyOf(services);
        corsOrigins = Set.copyOf(corsOrigins);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("a gateway needs a service behind it");
        }
        if (bodyLimit < 1) {
            throw new IllegalArgumentException("the body limit is at least one byte, not " + bodyLimit);
        }
    }

    /**
     * One service behind the gateway.
     *
     * @param name as in the route files' backendRefs
     * @param insidePort where siblings reach it, spread over the replicas; 0 means any free port
     * @param replicaPorts ports of its processes on this machine
     */
    public record Service(String name, int insidePort, List<Integer> replicaPorts) {

        public Service {
            replicaPorts = List.copyOf(replicaPorts);
            if (replicaPorts.isEmpty()) {
                throw new IllegalArgumentException(name + " needs at least one replica");
            }
        }

        /** Reads {@code auth-service=18081:8081,8181}. */
        public static Service parse(String text) {
            String[] named = text.split("=", 2);
            String[] ports = named.length == 2 ? named[1].split(":", 2) : new String[0];
            if (ports.length != 2) {
                throw new IllegalArgumentException("a service is given as name=insidePort:port,port, not " + text);
            }
            List<Integer> replicas =
                    List.of(ports[1].split(",")).stream().map(Integer::valueOf).toList();
            return new Service(named[0], Integer.parseInt(ports[0]), replicas);
        }

        @Override
        public String toString() {
            return name + "=" + insidePort + ":"
                    + String.join(
                            ",", replicaPorts.stream().map(String::valueOf).toList());
        }
    }
}
