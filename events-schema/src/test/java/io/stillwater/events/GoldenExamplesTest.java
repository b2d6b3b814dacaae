package io.stillwater.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventSchemas.UnknownFields;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GoldenExamplesTest {
  static final List<EventType<?>> TYPES = EventTypes.ALL;

  /** The examples tell one deployment; this is where its request came from. */
  private static final URI SOURCE = URI.create("/ci/github/acme/lakehouse");

  private static final String REQUEST_ID = "0199b2c4-7d1e-7a53-9c0f-2b8e6f4a1d37";

  @ParameterizedTest
  @FieldSource("TYPES")
  void everyExampleIsValidForAProducer(EventType<?> type) {
    // When
    List<String> violations =
        EventSchemas.validate(type, Resources.example(type), UnknownFields.REFUSED);

    // Then
    assertThat(violations).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void everyRecordRoundTripsItsExample(EventType<?> type) throws Exception {
    // Given
    JsonNode example = Resources.example(type);

    // When
    Object data = EventJson.MAPPER.treeToValue(example, type.dataClass());
    String written = EventJson.MAPPER.writeValueAsString(data);

    // Then
    assertThat(EventJson.MAPPER.readTree(written)).isEqualTo(example);
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void everyExampleBelongsToTheSameDeployment(EventType<?> type) {
    // Given
    String deployment = DeploymentIds.of(SOURCE, REQUEST_ID);

    // When
    JsonNode example = Resources.example(type);

    // Then
    assertThat(example.path("deploymentId").asText(deployment)).isEqualTo(deployment);
    assertThat(example.path("requestId").asText(REQUEST_ID)).isEqualTo(REQUEST_ID);
  }

  @Test
  void theReleaseExampleKeepsToTheReleaseGrammar() {
    // Given
    JsonNode release = Resources.example(EventTypes.RELEASE_REQUESTED);

    // When
    List<String> violations =
        EventSchemas.validate("release.schema.json", release, UnknownFields.REFUSED);

    // Then
    assertThat(violations).isEmpty();
  }
}
