package io.stillwater.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
  private static final String FOLDER = "/io/stillwater/events/";

  private static JsonNode document;

  @BeforeAll
  static void readDocument() throws IOException {
    try (InputStream stream = AsyncApiTest.class.getResourceAsStream(FOLDER + "asyncapi.yaml")) {
      document = new YAMLMapper().readTree(stream);
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    // Given
    List<String> references = document.findValuesAsText("$ref");

    // When
    List<String> dangling = references.stream().filter(ref -> !exists(ref)).toList();

    // Then
    assertThat(references).hasSizeGreaterThan(EventTypes.ALL.size());
    assertThat(dangling).isEmpty();
  }

  @Test
  void everyTopicIsAChannelWithExactlyTheTypesOfTheContract() {
    // Given
    Map<String, Set<String>> contract =
        EventTypes.ALL.stream()
            .collect(
                Collectors.groupingBy(
                    EventType::topic,
                    Collectors.mapping(EventType::shortName, Collectors.toSet())));

    // When
    Map<String, Set<String>> channels =
        StreamSupport.stream(document.path("channels").spliterator(), false)
            .collect(
                Collectors.toMap(
                    channel -> channel.path("address").asText(),
                    channel -> messages(channel.path("messages"))));

    // Then
    assertThat(channels).containsOnlyKeys(Topics.ALL).isEqualTo(contract);
  }

  @Test
  void everyTypeIsAMessageWithItsSchemaAndItsNameInTheHeaders() {
    for (EventType<?> type : EventTypes.ALL) {
      // When
      JsonNode message = document.path("components").path("messages").path(type.shortName());

      // Then
      assertThat(message.path("name").asText()).isEqualTo(type.name());
      assertThat(message.at("/payload/schema/$ref").asText())
          .isEqualTo("schemas/" + SchemaFiles.fileName(type));
      assertThat(message.at("/headers/allOf/1/properties/ce_type/const").asText())
          .isEqualTo(type.name());
    }
  }

  @Test
  void everyTypeIsSentBySomeoneAndReceivedBySomeone() {
    // Given
    Set<String> all =
        EventTypes.ALL.stream()
            .map(EventType::shortName)
            .collect(Collectors.toCollection(TreeSet::new));

    // When
    Set<String> sent = messagesOf("send");
    Set<String> received = messagesOf("receive");

    // Then
    assertThat(sent).isEqualTo(all);
    assertThat(received).isEqualTo(all);
  }

  private static Set<String> messagesOf(String action) {
    Set<String> names = new TreeSet<>();
    for (JsonNode operation : document.path("operations")) {
      if (operation.path("action").asText().equals(action)) {
        names.addAll(messages(operation.path("messages")));
      }
    }
    return names;
  }

  private static Set<String> messages(JsonNode references) {
    List<String> names = new ArrayList<>();
    references.forEach(
        reference -> {
          String ref = reference.path("$ref").asText();
          names.add(ref.substring(ref.lastIndexOf('/') + 1));
        });
    assertThat(names).doesNotHaveDuplicates();
    return Set.copyOf(names);
  }

  private static boolean exists(String reference) {
    return reference.startsWith("#")
        ? !document.at(reference.substring(1)).isMissingNode()
        : AsyncApiTest.class.getResource(FOLDER + reference) != null;
  }
}
