package io.stillwater.validator.api;

import static io.restassured.RestAssured.given;
import static io.stillwater.validator.fixture.Asker.check;
import static io.stillwater.validator.fixture.Asker.request;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.testing.RealParts;
import io.stillwater.validator.fixture.Asker;
import io.stillwater.validator.fixture.TestTables;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "validator"))
class ChecksResourceTest {
  @Inject Asker asker;
  @Inject TestTables tables;

  @Test
  void theChecksOfADeploymentAreListedWithTheirResults() {
    // Given
    String deployment = Asker.newDeployment();
    String orders = tables.create();
    asker.ask(
        request(
            deployment,
            1,
            List.of(tables.pin(orders)),
            check("s1", "schema", orders),
            check("s2", "etl_status", null)));
    asker.awaitVerdict(deployment, 1);

    // When / Then
    given()
        .get("/deployments/{id}/checks", deployment)
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].checkId", equalTo("s1"))
        .body("items[0].status", equalTo("PASS"))
        .body("items[0].limit", equalTo("the 2 columns of the plan"))
        .body("items[0].evidence", containsString(orders))
        .body("items[0].completedAt", notNullValue())
        .body("items[1].status", equalTo("UNKNOWN"));
  }

  @Test
  void anUnknownDeploymentIsAProblem() {
    given()
        .get("/deployments/d-nowhere/checks")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404))
        .body("detail", containsString("d-nowhere"));
  }

  @Test
  void whatIsNotThereIsAProblemToo() {
    given()
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("title", equalTo("Not Found"));
  }

  @Test
  void healthAndMetersAreServed() {
    // Given
    String deployment = Asker.newDeployment();
    asker.ask(request(deployment, 1, List.of(), check("s1", "etl_status", null)));
    asker.awaitVerdict(deployment, 1);

    // When / Then
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("stillwater_checks_total{name=\"etl_status\",status=\"unknown\"}"))
        .body(containsString("stillwater_checks_duration_seconds"));
  }
}
