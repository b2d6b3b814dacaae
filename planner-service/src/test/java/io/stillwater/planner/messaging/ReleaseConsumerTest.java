package io.stillwater.planner.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventTypes;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlannerTest
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

  private void awaitStreamGoesOn() {
    EventRecord next = conversation.request(Releases.addColumn(lake.createTable(), "next"));
    conversation.answer(next, EventTypes.PLAN_CREATED);
  }
}
