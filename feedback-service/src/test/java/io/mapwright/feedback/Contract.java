package io.mapwright.feedback;

import io.mapwright.testkit.OpenApiContract;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Requests whose answers are held against the published contract. */
public final class Contract {

    public static final OpenApiContract FEEDBACK = OpenApiContract.of("feedback");

    private Contract() {}

    /** As {@link RestAssured#given()}. */
    public static RequestSpecification given() {
        return RestAssured.given().filter(FEEDBACK.filter());
    }
}
