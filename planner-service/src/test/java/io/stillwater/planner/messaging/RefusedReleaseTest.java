package io.stillwater.planner.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventTypes;
import io.stillwater.planner.Conversation;
import io.stillwater.planner.Lake;
import io.stillwater.planner.PlannerTest;
import io.stillwater.planner.Releases;
import io.stillwater.testing.EventRecord;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlannerTest
class RefusedReleaseTest {
  private final Conversation conversation = new Conversation();
  private final Lake lake;

  @Inject
  RefusedReleaseTest(Lake lake) {
    this.lake = lake;
  }

  @AfterEach
  void hangUp() {
    conversation.close();
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
