package io.stillwater.planner.contractions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventTypes;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlannerTest
class ContractionsTest {
  private static final String RENAME =
      "{\"operation\": \"rename_column\", \"from\": \"fname\", \"to\": \"first_name\"}";

  private final Conversation conversation = new Conversation();
  private final Lake lake;
  private String table;
  private JsonNode plan;

  @Inject
  ContractionsTest(Lake lake) {
    this.lake = lake;
  }

  @BeforeEach
  void planARename() {
    table = lake.createTable();
    EventRecord request = conversation.request(Releases.of(table, RENAME));
    plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_CREATED));
  }

  @AfterEach
  void hangUp() {
    conversation.close();
  }

  @Test
  void aContractionFallsDueAGracePeriodAfterCompletion() {
    // Given
    Instant completed = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(15));

    // When
    conversation.happened(EventTypes.DEPLOYMENT_COMPLETED, plan, "COMPLETED", completed);

    // Then
    Map<String, ?> item = awaitOne("/contractions?due=true");
    assertThat(Instant.parse((String) item.get("due")))
        .isEqualTo(completed.plus(Duration.ofDays(14)));
    assertThat(item.get("table")).isEqualTo(table);
    assertThat(item.get("changes").toString()).contains("drop_column", "fname");
    assertThat(item.get("evidence").toString()).contains("fname");
  }

  @Test
  void aContractionWithinItsGracePeriodIsPendingAndNotDue() {
    // When
    conversation.happened(EventTypes.DEPLOYMENT_COMPLETED, plan, "COMPLETED", Instant.now());

    // Then
    awaitOne("/contractions");
    assertThat(items("/contractions?due=true")).isEmpty();
  }

  @Test
  void aDeploymentThatIsRolledBackLeavesNothingToContract() {
    // Given
    conversation.happened(EventTypes.DEPLOYMENT_COMPLETED, plan, "COMPLETED", Instant.now());
    awaitOne("/contractions");

    // When
    conversation.happened(EventTypes.DEPLOYMENT_ROLLED_BACK, plan, "ROLLED_BACK", Instant.now());

    // Then
    await().atMost(Events.LIMIT).until(() -> items("/contractions").isEmpty());
  }

  @Test
  void aColumnThatIsGoneNeedsNoContraction() {
    // Given
    conversation.happened(EventTypes.DEPLOYMENT_COMPLETED, plan, "COMPLETED", Instant.now());
    awaitOne("/contractions");

    // When
    lake.load(table).updateSchema().deleteColumn("fname").commit();

    // Then
    assertThat(items("/contractions")).isEmpty();
  }

  @Test
  void rowsThatDisagreeBlockAContractionUntilTheyAgree() {
    // Given
    conversation.happened(EventTypes.DEPLOYMENT_COMPLETED, plan, "COMPLETED", Instant.now());
    awaitOne("/contractions");

    // When
    conversation.syncNoticed(plan, table, 3, "3 rows disagree");

    // Then
    await()
        .atMost(Events.LIMIT)
        .until(() -> "3 rows disagree".equals(awaitOne("/contractions").get("blocked")));

    // When
    conversation.syncNoticed(plan, table, 0, "all rows agree");

    // Then
    await().atMost(Events.LIMIT).until(() -> awaitOne("/contractions").get("blocked") == null);
  }

  private Map<String, ?> awaitOne(String path) {
    await().atMost(Events.LIMIT).until(() -> items(path).size() == 1);
    return items(path).get(0);
  }

  /** What is pending of this test's deployment. */
  private List<Map<String, ?>> items(String path) {
    List<Map<String, ?>> items = given().get(path).then().statusCode(200).extract().path("items");
    return items.stream()
        .filter(item -> plan.path("deploymentId").asText().equals(item.get("deploymentId")))
        .toList();
  }
}
