package io.mapwright.diagram.library;

import io.mapwright.diagram.neighbours.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static io.mapwright.diagram.Contract.givenUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class DiagramsTest {

    private static final String SPEC = """
            {"topic":"Frogs","attributes":["green"],"_node_styles":{"b":1.5,"a":"\\u0000"}}""";

    @BeforeEach
    void schema() {
        Awaitility.await().until(() -> givenUser("0").get("/api/diagrams").statusCode() == 200);
    }

    @Test
    void givesBackEveryMemberInItsOrder() {
        var id = keep("1", "Frogs").extract().<String>path("id");

        var opened = givenUser("1")
                .get("/api/diagrams/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(opened).contains("\"spec\":" + SPEC).contains("\"version\":1");
    }

    @Test
    void savesAChangeOnceAndRefusesTheEditorWhoCameLate() {
        var id = keep("2", "Frogs").extract().<String>path("id");

        change("2", id, Map.of("version", 1, "title", "Toads"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("title", equalTo("Toads"))
                .body("spec.topic", equalTo("Frogs"));
        change("2", id, Map.of("version", 1, "title", "Newts"))
                .statusCode(409)
                .body("error_type", equalTo("version_conflict"))
                .body("current_version", equalTo(2));
    }

    @Test
    void letsExactlyOneOfManyRacingEditorsWin() throws Exception {
        var id = keep("3", "Frogs").extract().<String>path("id");
        Callable<Integer> edit = () -> change("3", id, Map.of("version", 1, "title", "Raced"))
                .extract()
                .statusCode();

        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses =
                    editors.invokeAll(Stream.generate(() -> edit).limit(12).toList());
            assertThat(statuses)
                    .extracting(status -> status.get())
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
        }
    }

    @Test
    void showsNobodyWhatIsSomebodyElses() {
        var id = keep("4", "Mine").extract().<String>path("id");

        givenUser("5").get("/api/diagrams/" + id).then().statusCode(404);
        change("5", id, Map.of("version", 1, "title", "Yours")).statusCode(404);
        givenUser("5").delete("/api/diagrams/" + id).then().statusCode(404);
        givenUser("5").post("/api/diagrams/" + id + "/duplicate").then().statusCode(404);
        givenUser("5").post("/api/diagrams/" + id + "/pin").then().statusCode(404);
        givenUser("5").get("/api/diagrams").then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void listsPinnedOnesFirstAndThenTheLatest() {
        var first = keep("6", "First").extract().<String>path("id");
        keep("6", "Second");
        keep("6", "Third");

        givenUser("6")
                .post("/api/diagrams/" + first + "/pin")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        givenUser("6")
                .get("/api/diagrams?page_size=2")
                .then()
                .body("diagrams.title", contains("First", "Third"))
                .body("total", equalTo(3));
        givenUser("6").get("/api/diagrams?page=2&page_size=2").then().body("diagrams.title", contains("Second"));
        givenUser("6")
                .get("/api/diagrams?page=9&page_size=2")
                .then()
                .body("diagrams.size()", equalTo(0))
                .body("total", equalTo(3));
        givenUser("6")
                .post("/api/diagrams/" + first + "/pin?pinned=false")
                .then()
                .body("pinned", equalTo(false));
    }

    @Test
    void copiesADiagram() {
        var id = keep("7", "Frogs").extract().<String>path("id");

        givenUser("7")
                .post("/api/diagrams/" + id + "/duplicate")
                .then()
                .statusCode(201)
                .body("title", equalTo("Frogs (copy)"))
                .body("version", equalTo(1))
                .body("spec.topic", equalTo("Frogs"));
    }

    @Test
    void forgetsWhatWasDeleted() {
        var id = keep("8", "Frogs").extract().<String>path("id");

        givenUser("8").delete("/api/diagrams/" + id).then().statusCode(204);

        givenUser("8").get("/api/diagrams/" + id).then().statusCode(404);
        givenUser("8").delete("/api/diagrams/" + id).then().statusCode(404);
        givenUser("8").get("/api/diagrams").then().body("total", equalTo(0));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"title":" ","diagram_type":"bubble_map","spec":{}}       | title
            {"title":"T","spec":{}}                                   | diagram_type
            {"title":"T","diagram_type":"pie","spec":{}}              | diagram_type
            {"title":"T","diagram_type":"bubble_map"}                 | spec
            {"title":"T","diagram_type":"bubble_map","spec":[1]}      | spec
            {"title":7,"diagram_type":"bubble_map","spec":{}}         | title
            {"title":"T","diagram_type":"bubble_map","spec":{},"language":"fr"} | language
            {"title":"a\\u0000b","diagram_type":"bubble_map","spec":{}} | title
            {"title":"T","diagram_type":"bubble_map","spec":{},"thumbnail":"\\u0000"} | thumbnail
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        givenUser("9").body(body).post("/api/diagrams").then().statusCode(422).body("errors.field", hasItem(field));
    }

    @Test
    void refusesASpecThatIsTooLarge() {
        var body = Map.of(
                "title", "T", "diagram_type", "bubble_map", "spec", Map.of("topic", List.of("x".repeat(520_000))));

        givenUser("9").body(body).post("/api/diagrams").then().statusCode(422).body("errors.field", contains("spec"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "?page=0, 422",
        "?page_size=101, 422",
        "?page=x, 422",
        "?page_size=, 422",
        "/none, 404",
        "/00000000-0000-0000-0000-000000000000, 404"
    })
    void refusesWhatDoesNotExist(String path, int status) {
        givenUser("9").get("/api/diagrams" + path).then().statusCode(status);
    }

    private static ValidatableResponse keep(String user, String title) {
        return givenUser(user)
                .body("{\"title\":\"" + title + "\",\"diagram_type\":\"bubble_map\",\"language\":\"en\",\"spec\":"
                        + SPEC + "}")
                .post("/api/diagrams")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse change(String user, String id, Map<String, Object> change) {
        return givenUser(user).body(change).put("/api/diagrams/" + id).then();
    }
}
