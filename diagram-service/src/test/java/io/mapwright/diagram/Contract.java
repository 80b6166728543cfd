package io.mapwright.diagram;

import io.mapwright.testkit.OpenApiContract;
import io.mapwright.testkit.TestTokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import java.util.Map;

/** Requests whose answers are held against the published contract. */
public final class Contract {

    public static final OpenApiContract DIAGRAM = OpenApiContract.of("diagram");

    private Contract() {}

    /** Of a stranger. */
    public static RequestSpecification given() {
        return RestAssured.given().filter(DIAGRAM.filter()).contentType("application/json");
    }

    /** Of a signed-in person. */
    public static RequestSpecification givenUser(String id) {
        return given().header("Authorization", "Bearer " + TestTokens.user(id).token());
    }

    /** A body for generation. */
    public static Map<String, Object> prompt(String prompt, String type) {
        return Map.of("prompt", prompt, "diagram_type", type, "language", "en");
    }
}
