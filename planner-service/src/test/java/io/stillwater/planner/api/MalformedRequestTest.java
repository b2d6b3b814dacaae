package io.stillwater.planner.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.stillwater.events.Topics;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PlannerTest
class MalformedRequestTest {
  private static final String PROBLEM = "application/problem+json";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json: [| '' | not",
        "[]| '' | mapping",
        "{}| release | missing",
        "{\"relase\": {}}| relase | release",
        "{\"release\": 7}| '' | mapping",
        "{\"release\": \"a: [\"}| '' | YAML",
        "{\"release\": \"\"}| '' | 0 documents",
        "{\"release\": {\"kind\": \"Release\"}}| apiVersion | missing",
        "{\"release\": {\"kind\": \"Relase\"}}| kind | Release",
      })
  void aMalformedDryRunIsAProblemWithPathAndMessage(String body, String path, String message) {
    post("/plans", body)
        .statusCode(400)
        .contentType(PROBLEM)
        .body("status", equalTo(400))
        .body("errors.path", hasItem(path))
        .body("errors.message", hasItem(containsString(message)));
  }

  @Test
  void malformedTablesAreAProblem() {
    post(
            "/plans",
            "{\"release\": %s, \"tables\": {\"kind\": \"Tables\"}}"
                .formatted(Releases.addColumn("lake.sales.offline", "x")))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("errors", notNullValue());
  }

  @Test
  void anUnknownPlanIsNotFound() {
    given()
        .get("/plans/p-0")
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("detail", containsString("p-0"));
  }

  @Test
  void anUnknownPathIsAProblemToo() {
    given().get("/plants").then().statusCode(404);
    given().delete("/plans").then().statusCode(405).contentType(PROBLEM);
    given().contentType("text/csv").body("a").post("/plans").then().statusCode(415);
  }

  @Test
  void aBodyAboveFiveMegabytesIsRefusedWithTheReason() {
    post("/plans", "{\"release\": \"" + "x".repeat(6_000_000) + "\"}")
        .statusCode(413)
        .contentType(PROBLEM)
        .body("detail", containsString("5242880"));
  }

  @Test
  void aMalformedReleaseByRestIsAProblemAndIsNotPublished() {
    // When
    post("/releases", Releases.addColumn("lake.sales.x", "never_published").replace("spec", "spek"))
        .statusCode(400)
        .contentType(PROBLEM)
        .body("errors.path", hasItem("spek"));

    // Then
    try (Conversation conversation = new Conversation()) {
      assertThat(conversation.all(Topics.RELEASES))
          .noneMatch(record -> record.text().contains("never_published"));
    }
  }

  @Test
  void aReleaseThatNoEventCanHoldIsRefusedWithTheReason() {
    // Given
    String comment = "x".repeat(1_200_000);
    String change =
        "{\"operation\": \"set_comment\", \"column\": \"id\", \"comment\": \"%s\"}"
            .formatted(comment);

    // When
    ValidatableResponse answer = post("/releases", Releases.of("lake.sales.x", change));

    // Then
    answer
        .statusCode(413)
        .contentType(PROBLEM)
        .body("detail", containsString("an event can hold 1048576"));
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
