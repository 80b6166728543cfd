package io.mapwright.deploy.local.stack;

import io.mapwright.deploy.local.secrets.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StackPlanTest {

    @TempDir
    Path repository;

    @BeforeEach
    void pretendThatTheServersAreBuilt() throws Exception {
        Path list = layout().serversClassPath();
        Files.createDirectories(list.getParent());
        Files.writeString(list, "/m2/kafka.jar\n");
    }

    @Test
    void givesEveryProcessPortsOfItsOwn() {
        Map<Suite, Integer> most = new HashMap<>();
        for (Suite service : Suite.values()) {
            most.put(service, Ports.MOST_REPLICAS);
        }

        List<Integer> ports = plan(new StackOptions(new Ports(0), most, Map.of(), List.of()), Map.of()).stream()
                .flatMap(process -> process.ports().stream())
                .toList();

        assertThat(ports).doesNotHaveDuplicates().hasSizeGreaterThan(2 * 5 * Ports.MOST_REPLICAS);
    }

    @Test
    void movesEveryPortByTheOffset() {
        List<Integer> ports = portsAt(0);

        assertThat(portsAt(1000))
                .containsExactlyElementsOf(
                        ports.stream().map(port -> port + 1000).toList());
    }

    @Test
    void balancesEveryReplicaAndSendsSiblingsThroughTheBalancer() {
        List<ProcessSpec> processes = plan(options(Map.of(Suite.LLM_GATEWAY, 3)), Map.of());

        assertThat(processes)
                .extracting(ProcessSpec::name)
                .contains("llm-gateway-service", "llm-gateway-service-2", "llm-gateway-service-3");
        assertThat(named(processes, "api-gateway").launch().command())
                .contains("llm-gateway-service=18083:8083,8183,8283");
        assertThat(named(processes, "diagram-service").launch().environment())
                .containsEntry("MAPWRIGHT_LLM_GATEWAY_URL", "http://127.0.0.1:18083")
                .containsEntry("MAPWRIGHT_IDENTITY_KEY_SET", "http://127.0.0.1:18081/.well-known/jwks.json");
    }

    @Test
    void givesADatabaseOnlyToThoseWhoHaveOne() {
        List<ProcessSpec> processes = plan(options(Map.of()), Map.of());

        assertThat(named(processes, "auth-service").launch().environment())
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:25432/auth");
        assertThat(named(processes, "voice-service").launch().environment())
                .doesNotContainKey("QUARKUS_DATASOURCE_REACTIVE_URL");
    }

    @Test
    void stopsTheGatewayBeforeTheServicesAndThoseBeforeTheirServers() {
        List<ProcessSpec> processes = plan(options(Map.of()), Map.of());

        assertThat(named(processes, "api-gateway").tier())
                .isGreaterThan(named(processes, "voice-service").tier());
        assertThat(named(processes, "voice-service").tier())
                .isGreaterThan(named(processes, "kafka").tier());
    }

    /** Who answers model calls. */
    @Nested
    class ModelCalls {

        @Test
        void goToTheSimulatorWithoutKeys() {
            Map<String, String> gateway = gateway(Map.of());

            assertThat(gateway)
                    .containsEntry(
                            "GATEWAY_PROVIDERS_DASHSCOPE_BASE_URL",
                            "http://127.0.0.1:8090/dashscope/compatible-mode/v1")
                    .containsEntry("GATEWAY_PROVIDERS_ARK_BASE_URL", "http://127.0.0.1:8090/ark/api/v3");
        }

        @Test
        void goToTheProviderWhoseKeyIsInTheEnvironment() {
            Map<String, String> gateway = gateway(Map.of("DASHSCOPE_API_KEY", "sk-real", "ARK_API_KEY", " "));

            assertThat(gateway)
                    .containsEntry("GATEWAY_PROVIDERS_DASHSCOPE_API_KEY", "sk-real")
                    .doesNotContainKey("GATEWAY_PROVIDERS_DASHSCOPE_BASE_URL")
                    .containsEntry("GATEWAY_PROVIDERS_ARK_BASE_URL", "http://127.0.0.1:8090/ark/api/v3");
        }

        @Test
        void reachOneServiceOnlyWithTheirKeys() {
            Map<String, String> environment = Map.of("DASHSCOPE_API_KEY", "sk-real", "PATH", "/bin");

            List<ProcessSpec> holders = plan(options(Map.of()), environment).stream()
                    .filter(process -> process.launch().environment().containsValue("sk-real"))
                    .toList();

            assertThat(holders).extracting(ProcessSpec::name).containsExactly("llm-gateway-service");
            assertThat(Inherited.from(environment)).containsOnlyKeys("PATH");
        }

        private Map<String, String> gateway(Map<String, String> environment) {
            return named(plan(options(Map.of()), environment), "llm-gateway-service")
                    .launch()
                    .environment();
        }
    }

    @ParameterizedTest(name = "--replicas {0}: {1}")
    @CsvSource({
        "auth=2, no service is called auth",
        "auth-service, replicas are given as",
        "auth-service=x, replicas are given as",
        "auth-service=0, 1..9",
        "auth-service=10, 1..9",
    })
    void saysWhatIsWrongWithReplicas(String setting, String message) {
        assertThatThrownBy(() -> options(StackOptions.parseReplicas(List.of(setting))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void letsAServiceReadFurtherSettings() {
        StackOptions options = new StackOptions(
                new Ports(0),
                Map.of(Suite.LLM_GATEWAY, 2),
                StackOptions.parseSettings(
                        List.of("llm-gateway-service=/etc/a.properties", "llm-gateway-service=/etc/b.properties")),
                List.of());

        List<ProcessSpec> processes = plan(options, Map.of());

        assertThat(processes)
                .filteredOn(process -> process.launch().environment().containsKey("QUARKUS_CONFIG_LOCATIONS"))
                .extracting(ProcessSpec::name)
                .containsExactly("llm-gateway-service", "llm-gateway-service-2");
        assertThat(named(processes, "llm-gateway-service").launch().environment())
                .containsEntry("QUARKUS_CONFIG_LOCATIONS", "file:///etc/a.properties,file:///etc/b.properties");
    }

    private List<Integer> portsAt(int offset) {
        return plan(new StackOptions(new Ports(offset), Map.of(), Map.of(), List.of()), Map.of()).stream()
                .flatMap(process -> process.ports().stream())
                .toList();
    }

    private StackOptions options(Map<Suite, Integer> replicas) {
        return new StackOptions(new Ports(0), replicas, Map.of(), List.of());
    }

    private List<ProcessSpec> plan(StackOptions options, Map<String, String> environment) {
        return new StackPlan(options, layout(), Secrets.in(repository.resolve("data/secrets")), environment)
                .processes();
    }

    private Layout layout() {
        return new Layout(repository, repository.resolve("data"), Path.of("/jdk"));
    }

    private static ProcessSpec named(List<ProcessSpec> processes, String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
