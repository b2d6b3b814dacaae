package io.stillwater.planner.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.stillwater.events.Topics;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@PlannerTest
class DryRunTest {
  private static final String PROBLEM = "application/problem+json";

  private static final String TABLES =
      """
      {"apiVersion": "stillwater/v1", "kind": "TableSnapshot",
       "tables": [{"table": "lake.sales.offline", "format": "ICEBERG", "formatVersion": 2,
         "columns": [{"id": 1, "name": "id", "type": "bigint", "nullable": false}]}]}""";

  private final Lake lake;

  @Inject
  DryRunTest(Lake lake) {
    this.lake = lake;
  }

  @Test
  void aDryRunPlansAgainstTheLiveTablesAndPublishesNothing() {
    // Given
    String table = lake.createTable();

    // When
    String planId =
        dryRun(Releases.addColumn(table, "discount"))
            .statusCode(200)
            .body("status", equalTo("PLANNED"))
            .body("pinned[0].uuid", equalTo(lake.load(table).uuid().toString()))
            .body("deploymentId", nullValue())
            .body("requestId", nullValue())
            .extract()
            .path("planId");

    // Then
    given().get("/plans/" + planId).then().statusCode(200).body("planId", equalTo(planId));
    try (Conversation conversation = new Conversation()) {
      assertThat(conversation.all(Topics.PLANS))
          .noneMatch(record -> record.text().contains(planId));
    }
  }

  @Test
  void aDryRunPlansAgainstTablesThatAreSent() {
    // When
    ValidatableResponse answer =
        post(
            "/plans",
            "{\"release\": %s, \"tables\": %s}"
                .formatted(Releases.addColumn("lake.sales.offline", "x"), TABLES));

    // Then
    answer
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("summary.safeChanges", equalTo(1))
        .body("phases.phase", hasItem("EXPAND"));
  }

  @Test
  void aDryRunTakesTheReleaseAsATextOfYaml() {
    // Given
    String yaml =
        """
        apiVersion: stillwater/v1
        kind: Release
        metadata: {name: discounts, version: 3.10, environment: testing}
        spec:
          tables:
            - table: lake.sales.offline
              changes: [{operation: add_column, column: x, type: double}]
        """;

    // When
    ValidatableResponse answer =
        post(
            "/plans",
            "{\"release\": \"%s\", \"tables\": %s}".formatted(yaml.replace("\n", "\\n"), TABLES));

    // Then
    answer
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("release.version", equalTo("3.10"));
  }

  @Test
  void aRefusedPlanIsAnAnswerToo() {
    dryRun(Releases.of("lake.sales.none", "{\"operation\": \"drop_default\", \"column\": \"x\"}"))
        .statusCode(200)
        .body("status", equalTo("REFUSED"));
  }

  @Test
  void aCatalogThatDoesNotAnswerIsSaidAtOnce() {
    dryRun(Releases.addColumn("dead.sales.orders", "x"))
        .statusCode(503)
        .contentType(PROBLEM)
        .body("detail", containsString("catalog dead could not be read"));
  }

  private static ValidatableResponse dryRun(String release) {
    return post("/plans", "{\"release\": " + release + "}");
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
