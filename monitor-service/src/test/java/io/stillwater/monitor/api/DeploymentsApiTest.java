package io.stillwater.monitor.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.release.DocumentError;
import io.stillwater.events.release.ReleaseRejected;
import io.stillwater.monitor.support.Deployment;
import io.stillwater.monitor.support.MonitorParts;
import io.stillwater.monitor.support.Monitored;
import io.stillwater.testing.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@MonitorParts
class DeploymentsApiTest {
  private static final String PROBLEM = "application/problem+json";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private Monitored monitor;

  @BeforeEach
  void connect() {
    monitor = new Monitored(bootstrapServers);
  }

  @AfterEach
  void disconnect() {
    monitor.close();
  }

  @Test
  void theListContinuesBehindEachPageToItsEnd() {
    // Given: paused long ago, so that nothing else of this class is among them
    Instant start = Instant.parse("2020-01-01T00:00:00Z");
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Deployment deployment = Deployment.of("paging", null);
      monitor.tell(
          deployment.started(start.plusSeconds(i / 2)),
          deployment.moved(DeploymentState.PAUSED, start.plusSeconds(60)));
      newestFirst.add(0, deployment.id());
    }
    await()
        .atMost(Events.LIMIT)
        .untilAsserted(() -> get("/deployments?state=PAUSED").then().body("items", hasSize(7)));

    // When
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      ValidatableResponse page =
          given()
              .queryParam("state", "PAUSED")
              .queryParam("limit", 3)
              .queryParams(next == null ? Map.of() : Map.of("after", next))
              .get("/deployments")
              .then()
              .statusCode(200);
      seen.addAll(page.extract().path("items.deploymentId"));
      next = page.extract().path("next");
    } while (next != null);

    // Then
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(newestFirst);
    assertThat(seen.get(0)).isEqualTo(newestFirst.get(0));
    assertThat(seen.get(6)).isIn(newestFirst.get(5), newestFirst.get(6));
  }

  @Test
  void theListIsFilteredByComponentAndByTable() {
    // Given
    Deployment deployment = known("filter");

    // Then
    for (String subject : List.of("trino", Deployment.TABLE)) {
      get("/deployments?component={c}&limit=200", subject)
          .then()
          .statusCode(200)
          .body("items.findAll { it.deploymentId == '" + deployment.id() + "' }", hasSize(1));
    }
    get("/deployments?component=hive").then().statusCode(200).body("items", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=NOWHERE",
        "limit=0",
        "limit=201",
        "limit=ten",
        "after=%00",
        "after=bm8gY3Vyc29y"
      })
  void badQueryParametersAreRefusedWithAReason(String query) {
    given()
        .urlEncodingEnabled(false)
        .get("/deployments?" + query)
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("status", equalTo(400))
        .body("detail", containsString(query.substring(0, query.indexOf('='))));
  }

  @Test
  void whatIsNotKnownIsNotFound() {
    get("/deployments/d-unknown").then().statusCode(404).contentType(PROBLEM);
    get("/deployments/d-unknown/events").then().statusCode(404).contentType(PROBLEM);
    post("d-unknown", "{\"command\":\"pause\"}").statusCode(404).contentType(PROBLEM);
    get("/no/such/path").then().statusCode(404).contentType(PROBLEM);
  }

  @Test
  void aCommandIsPublishedForTheExecutor() {
    // Given
    Deployment deployment = known("commands");

    // When
    String commandId =
        post(
                deployment.id(),
                "{\"command\":\"promote\",\"reason\":\"seen enough\",\"actor\":\"anna\","
                    + "\"scope\":{\"component\":\"trino\"},\"full\":true}")
            .statusCode(202)
            .body("deploymentId", equalTo(deployment.id()))
            .extract()
            .path("commandId");

    // Then
    JsonNode command = monitor.await(EventTypes.PROMOTE, deployment);
    assertThat(command.path("reason").asText()).isEqualTo("seen enough");
    assertThat(command.path("full").asBoolean()).isTrue();
    assertThat(command.path("scope").path("component").asText()).isEqualTo("trino");
    await()
        .atMost(Events.LIMIT)
        .untilAsserted(
            () ->
                get("/deployments/{id}", deployment.id())
                    .then()
                    .body("commands.commandId", equalTo(List.of(commandId)))
                    .body("commands.actor", equalTo(List.of("anna"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"command\":\"explode\"}",
        "{\"command\":\"\"}",
        "{\"reason\":\"no command\"}",
        "{\"command\":",
        "{\"command\":\"pause\",\"full\":\"perhaps\"}",
        "[]",
        "null",
        ""
      })
  void aMalformedCommandIsRefusedAndNothingIsPublished(String body) {
    Deployment deployment = known("malformed");

    post(deployment.id(), body).statusCode(400).contentType(PROBLEM);

    assertThat(monitor.sent(EventTypes.PAUSE, deployment)).isEmpty();
  }

  @Test
  void hostileTextComesBackAsItWasSent() {
    // Given
    String hostile = "<script>alert('x')</script>\u0000\u202E\"'; drop table deployment; --";
    Deployment deployment = Deployment.of(hostile, null).named(hostile);

    // When
    monitor.tell(
        deployment.started(Instant.now()),
        deployment.moved(DeploymentState.EXPANDING, Instant.now()));

    // Then
    await()
        .atMost(Events.LIMIT)
        .untilAsserted(
            () ->
                get("/deployments/{id}", deployment.id())
                    .then()
                    .statusCode(200)
                    .body("release.name", equalTo(hostile))
                    .body("environment", equalTo(hostile)));
    get("/deployments?component={c}", hostile).then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void aRejectedReleaseCanBeLearntOfButIsNoDeployment() {
    // Given
    Deployment deployment = Deployment.of("rejected", null);

    // When
    monitor.tell(
        deployment.record(
            EventTypes.RELEASE_REJECTED,
            new ReleaseRejected(
                deployment.requestId(),
                deployment.id(),
                List.of(new DocumentError("spec.tables[0].table", "is missing")))));

    // Then
    await()
        .atMost(Events.LIMIT)
        .untilAsserted(
            () ->
                get("/deployments/{id}", deployment.id())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("REJECTED"))
                    .body("reason", equalTo("spec.tables[0].table: is missing")));
    String mine = "items.findAll { it.deploymentId == '" + deployment.id() + "' }";
    get("/deployments?limit=200").then().body(mine, hasSize(0));
    get("/deployments?limit=200&state=REFUSED,REJECTED").then().body(mine, hasSize(1));
  }

  private Deployment known(String environment) {
    Deployment deployment = Deployment.of(environment, null);
    monitor.tell(deployment.planned());
    await()
        .atMost(Events.LIMIT)
        .untilAsserted(
            () ->
                get("/deployments/{id}", deployment.id())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("PLANNED")));
    return deployment;
  }

  private static ValidatableResponse post(String id, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/deployments/{id}/commands", id)
        .then();
  }
}
