package io.mapwright.deploy.local.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the starter's environment reaches every process: what programs need to run at all, and settings of this suite that
 * somebody wants to try out. Anything else, provider keys above all, stays outside.
 */
public final class Inherited {

    private static final Set<String> NAMES = Set.of(
            "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "JAVA_HOME");

    private static final List<String> PREFIXES =
            List.of("MAPWRIGHT_", "AUTH_", "DIAGRAM_", "GATEWAY_", "VOICE_", "FEEDBACK_", "SIMULATOR_", "QUARKUS_LOG_");

    private Inherited() {}

    /** @param environment of whoever starts the stack */
    public static Map<String, String> from(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable ->
                        NAMES.contains(variable.getKey()) || PREFIXES.stream().anyMatch(variable.getKey()::startsWith))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
