package io.stillwater.planning.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.EventJson;
import io.stillwater.planning.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingsPageTest {
  private static final Path PAGE = Path.of("../../docs/findings.md");
  private static final Path SCHEMA =
      Path.of(
          "../../events-schema/src/main/resources/io/stillwater/events/schemas/release.schema.json");

  private static final Map<String, String> GROUPS =
      new TreeMap<>(
          Map.of(
              "SW1", "What is not as the release assumes",
              "SW2", "Readers and writers",
              "SW3", "What the format or an engine refuses",
              "SW4", "Data, files, retention",
              "SW5", "The environment"));

  @Test
  void thePageListsEveryFinding() {
    new GeneratedFile(PAGE).holds(page());
  }

  @Test
  void theSchemaKnowsTheCodesThatCanBeAcknowledged() throws IOException {
    // Given
    String text = Files.readString(SCHEMA);
    ObjectNode schema = (ObjectNode) EventJson.MAPPER.readTree(text);
    ArrayNode codes = schema.withObject("/$defs/code").putArray("enum");

    // When
    sorted().stream()
        .filter(FindingCode::acknowledgeable)
        .map(FindingCode::code)
        .forEach(codes::add);

    // Then
    new GeneratedFile(SCHEMA).holds(written(schema, text));
  }

  @Test
  void aCodeIsGivenOnceAndSaysWhatToDo() {
    assertThat(FindingCode.values())
        .extracting(FindingCode::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("SW[1-5]\\d\\d"));
    for (FindingCode code : FindingCode.values()) {
      assertThat(code.explanation()).as(code.code()).endsWith(".").doesNotContain("|", "\n");
      assertThat(code.fix()).as(code.code()).isNotBlank().doesNotContain("|", "\n");
    }
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Findings

            What a plan may have to say. A code keeps its meaning for good. An ERROR refuses the
            change. A WARNING raises the risk of the plan to MEDIUM until it is acknowledged, by
            its code, for the whole release (`spec.acknowledge: [SW204]`) or for one change
            (`acknowledge: [SW204]` beside its `operation`). What was acknowledged holds for that
            release and its version alone: the next release says so again. Findings that are
            acknowledged are still shown. Generated from `FindingCode`.
            """);
    GROUPS.forEach((prefix, title) -> page.append(group(prefix, title)));
    return page.toString();
  }

  private static String group(String prefix, String title) {
    return "\n## "
        + title
        + "\n| Code | Severity | Meaning | What to do | Can be acknowledged |\n"
        + "|---|---|---|---|---|\n"
        + sorted().stream()
            .filter(code -> code.code().startsWith(prefix))
            .map(FindingsPageTest::row)
            .collect(Collectors.joining());
  }

  private static String row(FindingCode code) {
    return "| <a id=\"%s\"></a>%s | %s | %s | %s. | %s |%n"
        .formatted(
            code.code().toLowerCase(Locale.ROOT),
            code.code(),
            code.severity(),
            code.explanation(),
            code.fix(),
            code.acknowledgeable() ? "yes" : "no")
        .replace(System.lineSeparator(), "\n");
  }

  private static List<FindingCode> sorted() {
    return Arrays.stream(FindingCode.values())
        .sorted(Comparator.comparing(FindingCode::code))
        .toList();
  }

  /** Puts the list into the text as it is, so that renewing changes nothing else. */
  private static String written(JsonNode schema, String text) {
    String list =
        Arrays.stream(EventJson.MAPPER.convertValue(schema.at("/$defs/code/enum"), String[].class))
            .map(code -> "        \"" + code + "\"")
            .collect(Collectors.joining(",\n"));
    int start = text.indexOf("\"enum\": [", text.indexOf("\"code\": {"));
    return text.substring(0, start)
        + "\"enum\": [\n"
        + list
        + "\n      "
        + text.substring(text.indexOf(']', start));
  }
}
