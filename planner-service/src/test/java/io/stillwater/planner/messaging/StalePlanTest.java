package io.stillwater.planner.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventTypes;
import io.stillwater.events.Topics;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import io.stillwater.testing.EventRecord;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlannerTest
class StalePlanTest {
  private final Conversation conversation = new Conversation();
  private final Lake lake;

  @Inject
  StalePlanTest(Lake lake) {
    this.lake = lake;
  }

  @AfterEach
  void hangUp() {
    conversation.close();
  }

  @Test
  void aStalePlanIsMadeAnewForTheSameDeploymentAndSaysWhatMoved() {
    // Given
    String table = lake.createTable();
    EventRecord request = conversation.request(Releases.addColumn(table, "discount"));
    JsonNode first = Conversation.json(conversation.answer(request, EventTypes.PLAN_CREATED));
    lake.addColumn(table, "meanwhile");

    // When
    sendStale(first);

    // Then
    JsonNode second =
        Conversation.json(conversation.answers(request, EventTypes.PLAN_CREATED, 2).get(1));
    assertThat(second.path("planId")).isNotEqualTo(first.path("planId"));
    assertThat(second.path("requestId")).isEqualTo(first.path("requestId"));
    assertThat(second.path("deploymentId")).isEqualTo(first.path("deploymentId"));
    assertThat(second.at("/pinned/0/schemaId").asInt()).isEqualTo(1);
    assertThat(second.at("/findings/0/message").asText()).contains(table + ": schema 0 became 1");
    assertThat(second.at("/findings/0/evidence").asText()).isEqualTo("the schema moved");
  }

  @Test
  void aTableThatIsGoneMeanwhileEndsInARefusal() {
    // Given
    String table = lake.createTable();
    EventRecord request = conversation.request(Releases.addColumn(table, "discount"));
    JsonNode first = Conversation.json(conversation.answer(request, EventTypes.PLAN_CREATED));
    lake.drop(table);

    // When
    sendStale(first);

    // Then
    JsonNode second = Conversation.json(conversation.answer(request, EventTypes.PLAN_REFUSED));
    assertThat(second.path("deploymentId")).isEqualTo(first.path("deploymentId"));
    assertThat(second.at("/findings/0/message").asText()).contains(table + " is gone");
  }

  @Test
  void aStalePlanOfAnUnknownDeploymentIsPassedOver() {
    // Given
    EventRecord request = conversation.request(Releases.addColumn(lake.createTable(), "discount"));
    JsonNode plan = Conversation.json(conversation.answer(request, EventTypes.PLAN_CREATED));
    String unknown = plan.toString().replace(Conversation.deploymentOf(request), "d-0");

    // When
    sendStale(Conversation.tree(unknown));
    sendStale(plan);

    // Then
    assertThat(conversation.answers(request, EventTypes.PLAN_CREATED, 2)).hasSize(2);
    assertThat(conversation.deadLetters(Topics.DEPLOYMENTS)).isEmpty();
  }

  private void sendStale(JsonNode plan) {
    conversation.happened(EventTypes.PLAN_STALE, plan, "PLANNED", Instant.now());
  }
}
