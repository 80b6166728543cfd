package io.mapwright.diagram.library;

import io.mapwright.diagram.neighbours.Neighbours;
import io.mapwright.diagram.neighbours.Siblings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static io.mapwright.diagram.Contract.givenUser;
import static io.mapwright.diagram.Contract.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class WithoutDatabaseTest {

    @BeforeEach
    void kill() {
        Awaitility.await().until(() -> status() == 200);
        Siblings.killDatabase();
    }

    @AfterEach
    void start() {
        Siblings.startDatabase();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status() == 200);
    }

    @Test
    void drawsAsEver() {
        givenUser("1")
                .body(prompt("frogs", "bubble_map"))
                .post("/api/generate_graph")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
    }

    @Test
    void saysInTimeThatTheLibraryIsClosed() {
        for (int i = 0; i < 3; i++) {
            var answer = givenUser("1").get("/api/diagrams");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertThat(answer.time()).isLessThan(3000);
        }
    }

    private static int status() {
        return givenUser("1").get("/api/diagrams").statusCode();
    }
}
