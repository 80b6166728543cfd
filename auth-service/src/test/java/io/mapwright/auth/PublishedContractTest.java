package io.mapwright.auth;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishedContractTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void namesEveryOperationThatIsServedAndNoOther() {
        String served = RestAssured.get("http://localhost:" + management() + "/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        Browser.CONTRACT.assertServes(served);
    }

    private int management() {
        return org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getOptionalValue("quarkus.management.port", Integer.class)
                .filter(port -> port > 0)
                .orElse(managementPort);
    }
}
