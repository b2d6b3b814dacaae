package io.stillwater.executor.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.stillwater.events.plan.Plan;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ExecutorTest
class DeploymentResourceTest {
  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void aDeploymentIsShownWithItsStepsAndCounted() {
    // Given
    String table = lake.orders();
    Plan plan = lake.plan(table).addColumn(table, "added", "double").soak(Duration.ZERO).build();

    // When
    wire.complete(plan);

    // Then
    given()
        .get("/deployments/" + plan.deploymentId())
        .then()
        .statusCode(200)
        .body("state", equalTo("COMPLETED"))
        .body("steps.id", hasItem("s1"))
        .body("steps[0].state", equalTo("DONE"));
    given()
        .get("/q/metrics")
        .then()
        .body(
            containsString(
                "stillwater_executor_transitions_total{from=\"SOAKING\",to=\"COMPLETED\""))
        .body(containsString("stillwater_deployment_duration_seconds_count{outcome=\"COMPLETED\""));
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void anUnknownDeploymentIsAProblem() {
    given()
        .get("/deployments/d-000000000000")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("d-000000000000"));
  }
}
