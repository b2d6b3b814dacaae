package io.stillwater.planner.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.stillwater.events.DeploymentIds;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlannerTest
class ReleaseResourceTest {
  private final Lake lake;

  @Inject
  ReleaseResourceTest(Lake lake) {
    this.lake = lake;
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

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
