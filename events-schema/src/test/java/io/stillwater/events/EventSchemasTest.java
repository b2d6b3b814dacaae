package io.stillwater.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.EventSchemas.UnknownFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSchemasTest {
  static final List<EventType<?>> TYPES = EventTypes.ALL;

  /** A map whose values are lists, so that a new entry is an entry and no unknown field. */
  private static final String COLUMNS_BY_TABLE = "columns";

  @ParameterizedTest
  @FieldSource("TYPES")
  void aConsumerToleratesUnknownFieldsAtEveryDepth(EventType<?> type) {
    // Given
    JsonNode example = Resources.example(type);
    addUnknownFields(example);

    // When
    List<String> violations = EventSchemas.validate(type, example, UnknownFields.TOLERATED);

    // Then
    assertThat(violations).isEmpty();
  }

  @Test
  void aProducerMaySendNoUnknownFieldEvenDeepInAStep() {
    // Given
    JsonNode plan = Resources.example(EventTypes.PLAN_CREATED);
    ObjectNode arguments = (ObjectNode) plan.at("/phases/2/steps/0/arguments/column");
    arguments.put("nulable", true);

    // When
    List<String> violations =
        EventSchemas.validate(EventTypes.PLAN_CREATED, plan, UnknownFields.REFUSED);

    // Then
    assertThat(violations)
        .singleElement()
        .asString()
        .startsWith("$.phases[2].steps[0].arguments.column")
        .contains("nulable");
  }

  @ParameterizedTest
  @EnumSource(UnknownFields.class)
  void aWrongTypeDeepInAStepIsAlwaysFound(UnknownFields unknownFields) {
    // Given
    JsonNode plan = Resources.example(EventTypes.PLAN_CREATED);
    ((ObjectNode) plan.at("/phases/2/steps/0/arguments/column")).put("nullable", "yes");

    // When
    List<String> violations = EventSchemas.validate(EventTypes.PLAN_CREATED, plan, unknownFields);

    // Then
    assertThat(violations)
        .singleElement()
        .asString()
        .isEqualTo(
            "$.phases[2].steps[0].arguments.column.nullable: string found, boolean expected");
  }

  @ParameterizedTest
  @EnumSource(UnknownFields.class)
  void aMissingFieldIsAlwaysFound(UnknownFields unknownFields) {
    // Given
    ObjectNode command = (ObjectNode) Resources.example(EventTypes.ROLLBACK);
    command.remove("deploymentId");

    // When
    List<String> violations = EventSchemas.validate(EventTypes.ROLLBACK, command, unknownFields);

    // Then
    assertThat(violations).singleElement().asString().contains("deploymentId");
  }

  @Test
  void anInstantThatIsNoneIsFound() {
    // Given
    ObjectNode stale = (ObjectNode) Resources.example(EventTypes.PLAN_STALE);
    stale.put("at", "yesterday");

    // When
    List<String> violations =
        EventSchemas.validate(EventTypes.PLAN_STALE, stale, UnknownFields.TOLERATED);

    // Then
    assertThat(violations).singleElement().asString().startsWith("$.at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"kind\": 7}", "[]", "\"a release\"", "7", "0.5", "true", "null"})
  void anyJsonPassesAsAReleaseRequestBecauseItIsAnsweredNotDeadLettered(String data)
      throws JsonProcessingException {
    // Given
    JsonNode nonsense = EventJson.MAPPER.readTree(data);

    // When
    List<String> violations =
        EventSchemas.validate(EventTypes.RELEASE_REQUESTED, nonsense, UnknownFields.TOLERATED);

    // Then
    assertThat(violations).isEmpty();
  }

  private static void addUnknownFields(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().stream()
          .filter(field -> !field.getKey().equals(COLUMNS_BY_TABLE) || field.getValue().isArray())
          .forEach(field -> addUnknownFields(field.getValue()));
      object.put("addedLater", "by a newer producer");
    } else {
      node.forEach(EventSchemasTest::addUnknownFields);
    }
  }
}
