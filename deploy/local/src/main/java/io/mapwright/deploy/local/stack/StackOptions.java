package io.mapwright.deploy.local.stack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What whoever starts a stack decides.
 *
 * @param ports where it listens
 * @param replicas how many processes of each service, 1..9
 * @param corsOrigins origins whose pages may call the API
 */
public record StackOptions(Ports ports, Map<Suite, Integer> replicas, List<String> corsOrigins) {

    public StackOptions {
        Map<Suite, Integer> complete = new EnumMap<>(Suite.class);
        for (Suite service : Suite.values()) {
            int count = replicas.getOrDefault(service, 1);
            if (count < 1 || count > Ports.MOST_REPLICAS) {
                throw new IllegalArgumentException(
                        service.serviceName() + " has 1.." + Ports.MOST_REPLICAS + " replicas, not " + count);
            }
            complete.put(service, count);
        }
        replicas = Map.copyOf(complete);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Reads repeated {@code service=N} settings. */
    public static Map<Suite, Integer> parseReplicas(List<String> settings) {
        Map<Suite, Integer> replicas = new EnumMap<>(Suite.class);
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            Suite service = Suite.named(parts[0])
                    .orElseThrow(() -> new IllegalArgumentException("no service is called " + parts[0] + "; there are "
                            + List.of(Suite.values()).stream()
                                    .map(Suite::serviceName)
                                    .toList()));
            if (parts.length != 2 || !parts[1].matches("[0-9]{1,3}")) {
                throw new IllegalArgumentException("replicas are given as " + parts[0] + "=N, not " + setting);
            }
            replicas.put(service, Integer.valueOf(parts[1]));
        }
        return replicas;
    }
}
