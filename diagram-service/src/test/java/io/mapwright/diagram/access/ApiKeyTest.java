package io.mapwright.diagram.access;

import io.mapwright.diagram.neighbours.Neighbours;
import io.mapwright.diagram.neighbours.Siblings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.mapwright.diagram.Contract.given;
import static io.mapwright.diagram.Contract.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ApiKeyTest {

    @Test
    void drawsForAPartnerAndExchangesTheKeyOnceInAWhile() {
        int before = Siblings.exchanges();
        for (int i = 0; i < 3; i++) {
            given().header("X-API-Key", "mg_partner")
                    .body(prompt("frogs", "bubble_map"))
                    .post("/api/generate_graph")
                    .then()
                    .statusCode(200)
                    .body("success", equalTo(true));
        }

        assertThat(Siblings.exchanges() - before).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"mg_expired, 401", "mg_malformed, 401", "mg_locked, 403", "mg_spent, 429", "mg_down, 503"})
    void tellsABadKeyFromASpentOneAndFromAnOutage(String key, int status) {
        int before = Siblings.exchanges();
        for (int i = 0; i < 2; i++) {
            given().header("X-API-Key", key)
                    .body(prompt("frogs", "bubble_map"))
                    .post("/api/generate_graph")
                    .then()
                    .statusCode(status);
        }

        assertThat(Siblings.exchanges() - before)
                .as("refusals are not remembered")
                .isEqualTo(2);
    }

    @Test
    void keepsNoLibraryForPartners() {
        given().header("X-API-Key", "mg_reader").get("/api/diagrams").then().statusCode(403);
    }
}
