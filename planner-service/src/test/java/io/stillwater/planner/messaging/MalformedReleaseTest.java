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
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlannerTest
class MalformedReleaseTest {
  private final Conversation conversation = new Conversation();
  private final Lake lake;

  @Inject
  MalformedReleaseTest(Lake lake) {
    this.lake = lake;
  }

  @AfterEach
  void hangUp() {
    conversation.close();
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
        "[]",
        "[{\"apiVersion\": \"stillwater/v1\", \"kind\": \"Release\"}]",
        "\"apiVersion: stillwater/v1\"",
        "7",
        "true",
        "null",
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
