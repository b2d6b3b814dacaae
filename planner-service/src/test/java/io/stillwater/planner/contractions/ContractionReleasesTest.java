package io.stillwater.planner.contractions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import io.stillwater.planner.evidence.EvidenceIntake;
import io.stillwater.planner.evidence.store.CoverageTable;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.ReaderKey;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a contraction whose grace period is over. */
@PlannerTest
class ContractionReleasesTest {
  private static final String RENAME =
      "{\"operation\": \"rename_column\", \"from\": \"fname\", \"to\": \"first_name\"}";
  private static final Duration SINCE = Duration.ofDays(15);

  private final Conversation conversation = new Conversation();
  private final Lake lake;
  private final EvidenceIntake evidence;
  private final EntityManager entities;
  private final ContractionWorker worker;
  private String table;
  private String deployment;

  @Inject
  ContractionReleasesTest(
      Lake lake, EvidenceIntake evidence, EntityManager entities, ContractionWorker worker) {
    this.lake = lake;
    this.evidence = evidence;
    this.entities = entities;
    this.worker = worker;
  }

  @BeforeEach
  void aRenameWasCompletedMoreThanItsGracePeriodAgo() {
    forgetWhatWasHeard();
    table = lake.createTable();
    EventRecord request = conversation.request(Releases.of(table, RENAME));
    JsonNode plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_CREATED));
    deployment = plan.path("deploymentId").asText();
    lake.addColumn(table, "first_name");
    conversation.happened(
        EventTypes.DEPLOYMENT_COMPLETED, plan, "COMPLETED", Instant.now().minus(SINCE));
    await().atMost(Events.LIMIT).until(() -> item().containsKey("due"));
  }

  /** A source that was heard leaves a gap where it falls silent, in the tests after this too. */
  @AfterEach
  void forgetAndHangUp() {
    forgetWhatWasHeard();
    conversation.close();
  }

  private void forgetWhatWasHeard() {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery("DELETE FROM evidence_coverage").executeUpdate());
  }

  @Test
  void whatNobodyReadBecomesAReleaseThatDropsAtOnceAndIsLinkedToTheFirst() {
    // Given
    everythingWasHeard();

    // When
    worker.look();

    // Then
    JsonNode told = told(EventTypes.CONTRACTION_REQUESTED, deployment);
    String contraction = told.path("contractionId").asText();
    JsonNode release = told(EventTypes.RELEASE_REQUESTED, contraction);
    assertThat(release.at("/metadata/labels/contracts").asText()).isEqualTo(deployment);
    JsonNode drop = told(EventTypes.PLAN_CREATED, contraction);
    assertThat(drop.at("/phases").findValuesAsText("kind")).contains("DROP_COLUMN");
    assertThat(drop.path("contractions")).isEmpty();
    assertThat(item())
        .containsEntry("state", "REQUESTED")
        .containsEntry("contractionId", contraction);
  }

  @Test
  void aSecondLookMakesNoSecondRelease() {
    // Given
    everythingWasHeard();

    // When
    worker.look();
    worker.look();

    // Then
    told(
        EventTypes.PLAN_CREATED,
        told(EventTypes.CONTRACTION_REQUESTED, deployment).path("contractionId").asText());
    assertThat(count(EventTypes.CONTRACTION_REQUESTED, deployment)).isEqualTo(1);
  }

  @Test
  void aReaderHoldsItAndIsTold() {
    // Given
    everythingWasHeard();
    dashboardReads();

    // When
    worker.look();
    worker.look();

    // Then
    JsonNode held = told(EventTypes.CONTRACTION_HELD, deployment);
    assertThat(held.path("reason").asText()).contains("dash-42");
    assertThat(held.path("consumers").findValuesAsText("verdict")).containsExactly("BREAKS");
    assertThat(item()).containsEntry("state", "HELD");
    assertThat(count(EventTypes.CONTRACTION_HELD, deployment)).isEqualTo(1);
    assertThat(count(EventTypes.CONTRACTION_REQUESTED, deployment)).isZero();
  }

  @Test
  void eventsThatDidNotArriveAreNoEvidenceOfNobody() {
    // When
    worker.look();

    // Then
    assertThat(told(EventTypes.CONTRACTION_HELD, deployment).path("reason").asText())
        .contains("is not known");
  }

  @Test
  void readingThatResumesTakesBackAReleaseOfWhichNothingIsDone() {
    // Given
    everythingWasHeard();
    worker.look();
    String contraction =
        told(EventTypes.CONTRACTION_REQUESTED, deployment).path("contractionId").asText();

    // When
    dashboardReads();
    worker.look();

    // Then
    assertThat(told(EventTypes.ABORT, contraction).path("reason").asText()).contains("dash-42");
    assertThat(item()).containsEntry("state", "HELD").doesNotContainKey("contractionId");
  }

  @Test
  void aDropThatAPersonTookBackIsNotTriedAgainAtOnce() {
    // Given
    everythingWasHeard();
    worker.look();
    String contraction =
        told(EventTypes.CONTRACTION_REQUESTED, deployment).path("contractionId").asText();
    JsonNode drop = told(EventTypes.PLAN_CREATED, contraction);

    // When
    conversation.happened(EventTypes.DEPLOYMENT_ROLLED_BACK, drop, "ROLLED_BACK", Instant.now());
    await().atMost(Events.LIMIT).until(() -> "HELD".equals(item().get("state")));
    worker.look();

    // Then
    assertThat(Instant.parse((String) item().get("due"))).isAfter(Instant.now());
    assertThat(item().get("reason").toString()).contains(contraction).contains("rolled back");
    assertThat(count(EventTypes.CONTRACTION_REQUESTED, deployment)).isEqualTo(1);
  }

  private void everythingWasHeard() {
    EvidenceBatch batch = new EvidenceBatch();
    Instant now = Instant.now();
    for (Instant hour = now.minus(SINCE);
        hour.isBefore(now);
        hour = hour.plus(1, ChronoUnit.HOURS)) {
      batch.heard(CoverageTable.trino("testing"), hour);
    }
    batch.heard(CoverageTable.trino("testing"), now);
    evidence.add(batch);
  }

  private void dashboardReads() {
    EvidenceBatch batch = new EvidenceBatch();
    batch.used(
        TableName.parse(table),
        "fname",
        new ReaderKey(ReaderKind.QUERY, "dash-42", "finance"),
        ReaderUse.SCANS,
        Instant.now());
    evidence.add(batch);
  }

  private JsonNode told(EventType<?> type, String about) {
    return Conversation.json(conversation.await(type.topic(), record -> is(record, type, about)));
  }

  private long count(EventType<?> type, String about) {
    return conversation.all(type.topic()).stream()
        .filter(record -> is(record, type, about))
        .count();
  }

  private static boolean is(ReceivedRecord record, EventType<?> type, String about) {
    return type.name().equals(record.type()) && about.equals(record.subject());
  }

  private Map<String, Object> item() {
    List<Map<String, Object>> items =
        given().get("/contractions").then().statusCode(200).extract().path("items");
    return items.stream()
        .filter(item -> deployment.equals(item.get("deploymentId")))
        .findFirst()
        .orElse(Map.of());
  }
}
