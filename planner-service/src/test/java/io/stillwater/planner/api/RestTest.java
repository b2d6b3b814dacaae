package io.stillwater.planner.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.stillwater.events.DeploymentIds;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.Releases;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.RealParts;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "planner"))
class RestTest {
  private static final String PROBLEM = "application/problem+json";

  private static final String TABLES =
      """
      {"apiVersion": "stillwater/v1", "kind": "TableSnapshot",
       "tables": [{"table": "lake.sales.offline", "format": "ICEBERG", "formatVersion": 2,
         "columns": [{"id": 1, "name": "id", "type": "bigint", "nullable": false}]}]}""";

  private final Lake lake;

  @Inject
  RestTest(Lake lake) {
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
  void aCatalogThatDoesNotAnswerIsSaidAtOnce() {
    dryRun(Releases.addColumn("dead.sales.orders", "x"))
        .statusCode(503)
        .contentType(PROBLEM)
        .body("detail", containsString("catalog dead could not be read"));
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
  void aReleaseByRestIsPublishedAndPlanned() {
    // Given
    String table = lake.createTable();

    // When
    ValidatableResponse accepted = post("/releases", Releases.addColumn(table, "discount"));

    // Then
    String requestId = accepted.statusCode(202).extract().path("requestId");
    String deploymentId = accepted.extract().path("deploymentId");
    assertThat(deploymentId)
        .isEqualTo(DeploymentIds.of(URI.create("/stillwater/planner"), requestId));
    try (Conversation conversation = new Conversation()) {
      ReceivedRecord request =
          conversation.await(Topics.RELEASES, record -> requestId.equals(record.id()));
      assertThat(request.key()).isEqualTo("testing/discounts");
      assertThat(request.headers())
          .containsEntry("ce_source", "/stillwater/planner")
          .containsEntry("ce_deploymentid", deploymentId);
      ReceivedRecord plan =
          conversation.await(
              Topics.PLANS,
              record ->
                  EventTypes.PLAN_CREATED.name().equals(record.type())
                      && deploymentId.equals(record.subject()));
      JsonNode created = Conversation.json(plan);
      given()
          .get("/plans/" + created.path("planId").asText())
          .then()
          .statusCode(200)
          .body("deploymentId", equalTo(deploymentId))
          .body("requestId", equalTo(requestId));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/yaml", "text/plain"})
  void aReleaseByRestMayBeYaml(String mediaType) {
    // Given
    String yaml =
        """
        apiVersion: stillwater/v1
        kind: Release
        metadata: {name: from-yaml, version: 3.10, environment: testing}
        spec: {tables: [{table: lake.sales.x, changes: [{operation: add_column, column: y, type: int}]}]}
        """;

    // When
    String requestId =
        given()
            .contentType(mediaType)
            .body(yaml.getBytes(StandardCharsets.UTF_8))
            .post("/releases")
            .then()
            .statusCode(202)
            .extract()
            .path("requestId");

    // Then
    try (Conversation conversation = new Conversation()) {
      ReceivedRecord request =
          conversation.await(Topics.RELEASES, record -> requestId.equals(record.id()));
      assertThat(Conversation.json(request).at("/metadata/version").asText()).isEqualTo("3.10");
    }
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

  @Test
  void aPlanThatNoEventCanHoldIsRefusedAndTheStreamGoesOn() {
    // Given
    String table = lake.createTable();
    StringBuilder changes = new StringBuilder();
    for (int i = 0; i < 1500; i++) {
      changes
          .append(i == 0 ? "" : ",")
          .append("{\"operation\":\"add_column\",\"column\":\"c%d\",\"type\":\"int\",".formatted(i))
          .append("\"comment\":\"%s\"}".formatted("y".repeat(400)));
    }

    try (Conversation conversation = new Conversation()) {
      // When
      EventRecord request = conversation.request(Releases.of(table, changes.toString()));

      // Then
      JsonNode plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_REFUSED));
      assertThat(plan.at("/findings/0/message").asText()).contains("an event can hold 1048576");
      assertThat(plan.path("phases")).isEmpty();
      EventRecord next = conversation.request(Releases.addColumn(table, "next"));
      conversation.answer(next, EventTypes.PLAN_CREATED);
    }
  }

  @Test
  void theServiceShowsItsHealthItsMetersAndItsApi() {
    dryRun(Releases.addColumn("lake.sales.none", "x")).statusCode(200);

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

  private static ValidatableResponse dryRun(String release) {
    return post("/plans", "{\"release\": " + release + "}");
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
