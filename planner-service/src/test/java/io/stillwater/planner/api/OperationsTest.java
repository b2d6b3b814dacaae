package io.stillwater.planner.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import org.junit.jupiter.api.Test;

@PlannerTest
class OperationsTest {
  @Test
  void theServiceShowsItsHealthItsMetersAndItsApi() {
    // Given
    given()
        .contentType(ContentType.JSON)
        .body("{\"release\": " + Releases.addColumn("lake.sales.none", "x") + "}")
        .post("/plans")
        .then()
        .statusCode(200);

    // When / Then

    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200).body(containsString("/releases"));
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("stillwater_planning_duration_seconds"))
        .body(containsString("stillwater_plans_total"));
  }
}
