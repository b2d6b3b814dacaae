package io.stillwater.planner.messaging.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventTypes;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.QueryEvent;
import io.stillwater.planner.Releases;
import io.stillwater.planner.evidence.trino.QueryEvents;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlannerTest
class ReadEventConsumerTest {
  private static final String DROP = "{\"operation\": \"drop_column\", \"column\": \"fname\"}";

  /** A partition of the topic that no other test writes to. */
  private static final int OWN_PARTITION = 1_000;

  private final Conversation conversation = new Conversation();
  private final Lake lake;
  private final EvidenceStream stream;
  private final QueryEvents queries;
  private String table;

  @Inject
  ReadEventConsumerTest(Lake lake, EvidenceStream stream, QueryEvents queries) {
    this.lake = lake;
    this.stream = stream;
    this.queries = queries;
  }

  @BeforeEach
  void createTable() {
    table = lake.createTable();
  }

  @AfterEach
  void hangUp() {
    conversation.close();
  }

  @Test
  void aReaderSeenInQueryEventsIsListedInThePlanThatDropsItsColumn() {
    // Given
    send(QueryEvent.read("dash-42", Instant.now(), table, List.of("id", "fname")));
    awaitReaders(1);

    // When
    EventRecord request = conversation.request(Releases.of(table, DROP));

    // Then
    JsonNode plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_CREATED));
    JsonNode consumer = plan.path("changes").path(0).path("consumers").path(0);
    assertThat(consumer.path("name").asText()).isEqualTo("dash-42");
    assertThat(consumer.path("owner").asText()).isEqualTo("bi");
    assertThat(consumer.path("verdict").asText()).isEqualTo("BREAKS");
    assertThat(consumer.path("evidence").asText()).isEqualTo("queries read it");
    assertThat(consumer.path("lastSeen").asText()).isNotEmpty();
    assertThat(plan.path("summary").path("consumersAffected").asInt()).isEqualTo(1);
  }

  @Test
  void onlyWholeCoverageMakesNobodySeenMeanNobody() {
    // Given
    assertThat(codes(plan())).contains("SW217");

    // When
    Instant now = Instant.now();
    for (Instant hour = now.minus(Duration.ofDays(31));
        hour.isBefore(now);
        hour = hour.plus(1, ChronoUnit.HOURS)) {
      send(QueryEvent.canary(hour));
    }
    send(QueryEvent.canary(now));

    // Then
    await().atMost(Events.LIMIT).until(() -> isWhole());
    assertThat(codes(plan())).doesNotContain("SW217", "SW219");
  }

  @Test
  void whatCannotBeReadIsADeadLetterAndTheStreamGoesOn() {
    // Given
    String broken = "{\"eventPayload\": \"" + table + "\"";

    // When
    send(broken);
    send(QueryEvent.read("after-it", Instant.now(), table, List.of("fname")));

    // Then
    awaitReaders(1);
    await()
        .atMost(Events.LIMIT)
        .until(
            () ->
                conversation.deadLetters(QueryEvent.TOPIC).stream()
                    .anyMatch(letter -> broken.equals(letter.text())));
    assertThat(conversation.deadLetters(QueryEvent.TOPIC))
        .anySatisfy(
            letter ->
                assertThat(letter.header("dead-letter-reason").orElseThrow())
                    .startsWith("not of the shape expected"));
  }

  @Test
  void recordsThatAreDeliveredAgainCountOnce() {
    // Given
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int offset = 0; offset < 10; offset++) {
      records.add(record(offset, "redelivered"));
    }

    EvidenceSource source = new EvidenceSource("trino", queries::add);

    // When
    stream.consume(records.subList(0, 6), source);
    stream.consume(records, source);
    stream.consume(records.subList(3, 8), source);

    // Then
    assertThat(readers())
        .singleElement()
        .satisfies(reader -> assertThat(reader.get("uses")).isEqualTo(10));
  }

  @Test
  void anEventOfLineageAndAScanReportAreTakenByRest() {
    // Given
    String report =
        """
        {"report-type": "scan-report", "table-name": "%s", "filter": true,
         "projected-field-names": ["fname"], "metadata": {"engine-name": "flink"}}
        """
            .formatted(table);
    String run =
        """
        {"eventTime": "%s", "run": {"runId": "1"}, "job": {"namespace": "n", "name": "enrich"},
         "inputs": [{"namespace": "trino://x", "name": "%s"}]}
        """
            .formatted(Instant.now(), table);

    // When
    given()
        .contentType("application/json")
        .body(report)
        .post("/evidence/iceberg")
        .then()
        .statusCode(200);
    given()
        .contentType("application/json")
        .body(run)
        .post("/evidence/openlineage")
        .then()
        .statusCode(200);

    // Then
    assertThat(readers())
        .extracting(reader -> reader.get("kind"))
        .containsExactlyInAnyOrder("SCAN", "JOB");
  }

  @Test
  void aManifestIsTakenAndAnOlderOneDoesNotReplaceIt() {
    // When
    String newer = manifest("2026-06-02T00:00:00Z", "fname");
    given()
        .contentType("application/json")
        .body(newer)
        .post("/evidence/dbt")
        .then()
        .statusCode(200);
    String ignored =
        given()
            .contentType("application/json")
            .body(manifest("2026-06-01T00:00:00Z", "price"))
            .post("/evidence/dbt")
            .then()
            .statusCode(200)
            .extract()
            .path("ignored");

    // Then
    assertThat(ignored).isEqualTo("SUPERSEDED");
    assertThat(readers())
        .singleElement()
        .satisfies(reader -> assertThat(reader.get("name")).isEqualTo("model.p.m"));
  }

  @Test
  void whatIsNoEvidenceIsRefusedWithAReason() {
    for (String path : List.of("dbt", "openlineage", "iceberg")) {
      given()
          .contentType("application/json")
          .body("{\"metadata\": 1}")
          .post("/evidence/" + path)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
    given().get("/evidence?table=orders").then().statusCode(400);
    given().get("/evidence").then().statusCode(400);
    given().get("/evidence?table=a.b.c&days=0").then().statusCode(400);
  }

  private void send(String json) {
    conversation.send(QueryEvent.record(json));
  }

  private ConsumerRecord<byte[], byte[]> record(int offset, String client) {
    byte[] value =
        QueryEvent.read(
                client, Instant.now().minus(Duration.ofMinutes(offset)), table, List.of("fname"))
            .getBytes(StandardCharsets.UTF_8);
    return new ConsumerRecord<>(QueryEvent.TOPIC, OWN_PARTITION, offset, null, value);
  }

  private String manifest(String generatedAt, String column) {
    return """
        {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json",
           "generated_at": "%s", "project_name": "%s"},
         "nodes": {"model.p.m": {"resource_type": "model", "name": "m", "schema": "sales",
           "database": "lake", "compiled_code": "SELECT %s FROM %s"}}}
        """
        .formatted(generatedAt, table, column, table);
  }

  private JsonNode plan() {
    String body = "{\"release\": %s}".formatted(Releases.of(table, DROP));
    return Conversation.tree(
        given()
            .contentType("application/json")
            .body(body)
            .post("/plans")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static List<String> codes(JsonNode plan) {
    return plan.path("changes").path(0).path("findings").findValuesAsText("code");
  }

  private void awaitReaders(int count) {
    await().atMost(Events.LIMIT).until(() -> readers().size() == count);
  }

  private List<Map<String, Object>> readers() {
    return given()
        .queryParam("table", table)
        .queryParam("column", "fname")
        .get("/evidence")
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  private boolean isWhole() {
    return given()
        .queryParam("table", table)
        .get("/evidence")
        .then()
        .extract()
        .path("coverage.whole");
  }
}
