package io.mapwright.llmgateway.catalogue;

import io.mapwright.llmgateway.GatewayTest;
import io.mapwright.llmgateway.Stage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static io.mapwright.llmgateway.Stage.ask;
import static io.mapwright.llmgateway.Stage.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Routes that change while the gateway runs. */
@GatewayTest
class ReloadTest {

    @ConfigProperty(name = "gateway.reload.file")
    Path file;

    @AfterEach
    void goBack() throws IOException {
        Files.deleteIfExists(file);
        await().atMost(Duration.ofSeconds(10)).until(() -> weight() == 100);
    }

    @Test
    void takesWeightsAndNewRoutesWithoutAStart() throws IOException {
        Files.writeString(file, """
                gateway.models.qwen.routes[0].weight=7
                gateway.models.qwen.routes[0].rank=2
                gateway.models.qwen.routes[1].provider=local
                gateway.models.qwen.routes[1].model=tiny
                """);

        await().atMost(Duration.ofSeconds(10)).until(() -> weight() == 7);

        ask(chat("qwen", "Hello")).then().statusCode(200).header("x-llm-provider", "local");
    }

    @Test
    void keepsWhatItHasWhenTheFileHasAMistake() throws IOException {
        Files.writeString(file, "gateway.models.qwen.routes[0].weight=7");
        await().atMost(Duration.ofSeconds(10)).until(() -> weight() == 7);

        Files.writeString(file, "gateway.models.qwen.routes[0].weight=0");

        await().during(Duration.ofMillis(2500)).atMost(Duration.ofSeconds(6)).until(() -> weight() == 7);
        assertThat(weight()).isEqualTo(7);
    }

    private static int weight() {
        return Stage.teacher()
                .get("/v1/models/qwen")
                .jsonPath()
                .getInt("routes.find { it.provider == 'dashscope' }.weight");
    }
}
