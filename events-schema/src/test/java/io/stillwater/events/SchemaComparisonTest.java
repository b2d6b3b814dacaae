package io.stillwater.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaComparisonTest {
  private static final String BEFORE =
      """
      {"type": "object", "required": ["id"], "additionalProperties": false,
       "properties": {
         "id": {"type": "string", "minLength": 1},
         "kind": {"enum": ["A", "B"]},
         "size": {"type": ["integer", "null"]},
         "parts": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "number"}}}},
         "labels": {"type": "object", "additionalProperties": {"type": "string"}},
         "of": {"enum": ["X", "Y"]}},
       "allOf": [{"if": {"properties": {"of": {"const": "X"}}},
                  "then": {"properties": {"x": {"type": "string"}}}}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"size\": {\"type\": [\"integer\", \"null\"]},| `` |$.size: removed",
        "\"required\": [\"id\"]|\"required\": [\"id\", \"kind\"]|$: kind is required now",
        "\"required\": [\"id\"]|\"required\": []|$: id is no longer promised",
        "[\"integer\", \"null\"]|\"integer\"|$.size: type no longer allows [null]",
        "{\"type\": \"number\"}|{\"type\": \"string\"}|$.parts[].n: type no longer allows [number]",
        "[\"A\", \"B\"]|[\"A\"]|$.kind: enum no longer allows [B]",
        "\"minLength\": 1|\"minLength\": 2|$.id: minLength changed",
        "\"minLength\": 1|\"minLength\": 1, \"pattern\": \"d.*\"|$.id: pattern changed",
        "{\"n\": {\"type\": \"number\"}}|{}|$.parts[].n: removed",
        "{\"x\": {\"type\": \"string\"}}|{\"x\": {\"type\": \"number\"}}|$(X).x: type no longer allows [string]",
        "\"additionalProperties\": {\"type\": \"string\"}|\"additionalProperties\": {\"type\": \"number\"}|$.labels.*: type no longer allows [string]",
        "\"additionalProperties\": {\"type\": \"string\"}|\"minItems\": 1|$.labels: minItems changed",
        "\"const\": \"X\"|\"const\": \"Y\"|$: nothing holds any more if X",
      })
  void aBreakingChangeIsFound(String part, String replacement, String expected) throws Exception {
    // Given
    JsonNode before = EventJson.MAPPER.readTree(BEFORE);
    assertThat(BEFORE).contains(part);
    JsonNode after =
        EventJson.MAPPER.readTree(BEFORE.replace(part, replacement == null ? "" : replacement));

    // When
    List<String> breaks = SchemaComparison.breaks(before, after);

    // Then
    assertThat(breaks).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"kind\": {|\"added\": {\"type\": \"string\"}, \"kind\": {",
        "[\"A\", \"B\"]|[\"A\", \"B\", \"C\"]",
        "[\"integer\", \"null\"]|[\"integer\", \"null\", \"string\"]",
        "{\"n\": {|{\"added\": {\"type\": \"string\", \"minLength\": 3}, \"n\": {",
        "\"additionalProperties\": false|\"additionalProperties\": true",
      })
  void anAdditionIsNoBreak(String part, String replacement) throws Exception {
    // Given
    JsonNode before = EventJson.MAPPER.readTree(BEFORE);
    assertThat(BEFORE).contains(part);
    JsonNode after = EventJson.MAPPER.readTree(BEFORE.replace(part, replacement));

    // When
    List<String> breaks = SchemaComparison.breaks(before, after);

    // Then
    assertThat(breaks).isEmpty();
  }
}
