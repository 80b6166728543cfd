package io.mapwright.deploy.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What whoever starts a stack decides.
 *
 * @param ports where it listens
 * @param replicas how many processes of each service, 1..9
 * @param settings properties files that a service reads in addition to its own, and believes more than its own
 * @param corsOrigins origins whose pages may call the API
 */
public record StackOptions(
        Ports ports, Map<Suite, Integer> replicas, Map<Suite, List<Path>> settings, List<String> corsOrigins) {

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
        settings = Map.copyOf(settings);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Reads repeated {@code service=N} settings. */
    public static Map<Suite, Integer> parseReplicas(List<String> settings) {
        Map<Suite, Integer> replicas = new EnumMap<>(Suite.class);
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            Suite service = service(parts[0]);
            if (parts.length != 2 || !parts[1].matches("[0-9]{1,3}")) {
                throw new IllegalArgumentException("replicas are given as " + parts[0] + "=N, not " + setting);
            }
            replicas.put(service, Integer.valueOf(parts[1]));
        }
        return replicas;
    }

    /** Reads repeated {@code service=file} settings. */
    public static Map<Suite, List<Path>> parseSettings(List<String> settings) {
        Map<Suite, List<Path>> files = new EnumMap<>(Suite.class);
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            Suite service = service(parts[0]);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("settings are given as " + parts[0] + "=FILE, not " + setting);
            }
            files.computeIfAbsent(service, name -> new ArrayList<>())
                    .add(Path.of(parts[1]).toAbsolutePath());
        }
        return files;
    }

    private static Suite service(String name) {
        return Suite.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no service is called " + name + "; there are "
                        + List.of(Suite.values()).stream()
                                .map(Suite::serviceName)
                                .toList()));
    }
}
