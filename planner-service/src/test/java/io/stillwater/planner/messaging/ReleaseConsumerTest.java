package io.stillwater.planner.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.Releases;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.RealParts;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "planner"))
class ReleaseConsumerTest {
  private final Conversation conversation = new Conversation();
  private final Lake lake;

  @Inject
  ReleaseConsumerTest(Lake lake) {
    this.lake = lake;
  }

  @AfterEach
  void hangUp() {
    conversation.close();
  }

  @Test
  void anAddedColumnBecomesAPlan() {
    // Given
    String table = lake.createTable();

    // When
    EventRecord request = conversation.request(Releases.addColumn(table, "discount"));

    // Then
    ReceivedRecord answer = conversation.answer(request, EventTypes.PLAN_CREATED);
    JsonNode plan = Conversation.json(answer);
    String deployment = Conversation.deploymentOf(request);
    assertThat(answer.key()).isEqualTo(deployment);
    assertThat(answer.headers())
        .containsEntry("ce_source", "/stillwater/planner")
        .containsEntry("ce_deploymentid", deployment)
        .containsEntry("ce_environment", "testing")
        .containsEntry("ce_causationid", request.id());
    assertThat(plan.path("requestId").asText()).isEqualTo(request.id());
    assertThat(plan.path("deploymentId").asText()).isEqualTo(deployment);
    assertThat(plan.path("status").asText()).isEqualTo("PLANNED");
    assertThat(plan.at("/changes/0/classification").asText()).isEqualTo("SAFE");
    assertThat(plan.at("/pinned/0/uuid").asText()).isEqualTo(lake.load(table).uuid().toString());
    assertThat(plan.findValuesAsText("kind")).contains("ADD_COLUMN", "SOAK");
  }

  @Test
  void aSecondDeliveryHasNoSecondAnswer() {
    // Given
    EventRecord request = conversation.request(Releases.addColumn(lake.createTable(), "discount"));
    conversation.answer(request, EventTypes.PLAN_CREATED);

    // When
    conversation.send(request);

    // Then
    awaitStreamGoesOn();
    assertThat(conversation.answersNow(request)).hasSize(1);
  }

  @Test
  void twoRequestsForTheSameReleaseShareAPlanAndAreDeploymentsOfTheirOwn() {
    // Given
    String release = Releases.addColumn(lake.createTable(), "discount");
    EventRecord first = conversation.request(release);
    JsonNode plan = Conversation.json(conversation.answer(first, EventTypes.PLAN_CREATED));

    // When
    EventRecord second = conversation.request(release);

    // Then
    JsonNode same = Conversation.json(conversation.answer(second, EventTypes.PLAN_CREATED));
    assertThat(same.path("planId")).isEqualTo(plan.path("planId"));
    assertThat(same.path("deploymentId")).isNotEqualTo(plan.path("deploymentId"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\": 7}",
        "{\"apiVersion\": \"stillwater/v2\", \"kind\": \"Release\"}",
        "{\"apiVersion\": \"stillwater/v1\", \"kind\": \"Release\", \"metadata\": [], \"spec\": null}",
        "{\"apiVersion\": \"stillwater/v1\", \"kind\": \"Release\", \"metadata\": {\"name\": \"\\u0000\","
            + " \"environment\": \"\\ud800\"}, \"spec\": {}}",
        "{\"\\u0000\": \"\\ud800\"}",
        "{\"metadata\": {\"name\": {\"deep\": [[[[[[[[1]]]]]]]]}}}",
      })
  void aMalformedDocumentIsAnsweredAndTheStreamGoesOn(String document) {
    // When
    EventRecord request = conversation.request(document);

    // Then
    ReceivedRecord answer = conversation.answer(request, EventTypes.RELEASE_REJECTED);
    JsonNode rejected = Conversation.json(answer);
    assertThat(rejected.path("requestId").asText()).isEqualTo(request.id());
    assertThat(rejected.path("errors")).isNotEmpty();
    assertThat(rejected.at("/errors/0/message").asText()).isNotBlank();
    awaitStreamGoesOn();
  }

  @Test
  void aMistypedFieldIsAnsweredWithItsPathAndTheNearestWord() {
    // When
    EventRecord request =
        conversation.request(
            Releases.addColumn("lake.sales.orders", "x").replace("\"column\"", "\"colum\""));

    // Then
    ReceivedRecord answer = conversation.answer(request, EventTypes.RELEASE_REJECTED);
    assertThat(answer.key()).isEqualTo("testing/discounts");
    assertThat(Conversation.json(answer).path("errors"))
        .anySatisfy(
            error -> {
              assertThat(error.path("path").asText()).isEqualTo("spec.tables[0].changes[0].colum");
              assertThat(error.path("message").asText()).contains("column");
            });
  }

  @Test
  void aDocumentOfManyErrorsIsAnsweredWithAsManyAsFit() {
    // Given
    String unknown = "\"field%d%s\": 0, ";
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      fields.append(unknown.formatted(i, "x".repeat(6000)));
    }

    // When
    EventRecord request = conversation.request("{" + fields + "\"kind\": \"Release\"}");

    // Then
    JsonNode rejected =
        Conversation.json(conversation.answer(request, EventTypes.RELEASE_REJECTED));
    assertThat(rejected.path("errors")).hasSize(100);
  }

  @Test
  void aTableThatDoesNotExistIsRefusedWithAFinding() {
    // When
    EventRecord request = conversation.request(Releases.addColumn("lake.sales.no_such_table", "x"));

    // Then
    JsonNode plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_REFUSED));
    assertThat(plan.path("status").asText()).isEqualTo("REFUSED");
    assertThat(plan.findValuesAsText("message").toString()).contains("lake.sales.no_such_table");
  }

  @Test
  void aCatalogThatIsNotConfiguredIsRefusedWithAFinding() {
    // When
    EventRecord request = conversation.request(Releases.addColumn("nowhere.sales.orders", "x"));

    // Then
    JsonNode plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_REFUSED));
    assertThat(plan.findValuesAsText("message").toString()).contains("nowhere");
  }

  @Test
  void aCatalogThatNeverAnswersIsRefusedOncePatienceEnds() {
    // When
    EventRecord request = conversation.request(Releases.addColumn("dead.sales.orders", "x"));

    // Then
    JsonNode plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_REFUSED));
    assertThat(plan.at("/findings/0/message").asText()).contains("catalog dead could not be read");
    assertThat(plan.at("/findings/0/severity").asText()).isEqualTo("ERROR");
  }

  @Test
  void whatIsNoJsonIsADeadLetter() {
    // When
    EventRecord nonsense =
        EventRecord.binary(
            Topics.RELEASES, null, EventTypes.RELEASE_REQUESTED.name(), "not json at all");
    conversation.send(nonsense);

    // Then
    ReceivedRecord letter =
        conversation.await(
            Topics.deadLetter(Topics.RELEASES, "planner"),
            record -> nonsense.id().equals(record.id()));
    assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("not json at all");
    awaitStreamGoesOn();
  }

  private void awaitStreamGoesOn() {
    EventRecord next = conversation.request(Releases.addColumn(lake.createTable(), "next"));
    conversation.answer(next, EventTypes.PLAN_CREATED);
  }
}
