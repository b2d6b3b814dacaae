package io.stillwater.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every schema against each version that was published. A version is a folder beside this
 * one's {@code baseline/v1}: a copy of the schema folder, never edited afterwards.
 */
class CompatibilityTest {
  private static final Path BASELINES = Path.of("src/test/resources/baseline");

  /**
   * No event: what may be written in them is decided by the readers of {@code libs/planning}, and
   * whatever these schemas let through that a reader refuses is corrected here.
   */
  private static final Set<String> DOCUMENTS =
      Set.of("release.schema.json", "environment.schema.json", "checks.schema.json");

  static Stream<Path> publishedSchemas() throws IOException {
    try (Stream<Path> files = Files.walk(BASELINES)) {
      return files
          .filter(file -> file.toString().endsWith(".schema.json"))
          .filter(file -> !DOCUMENTS.contains(file.getFileName().toString()))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("publishedSchemas")
  void aPublishedSchemaIsOnlyAddedTo(Path published) {
    // Given
    Path folder = published.getParent();
    String file = published.getFileName().toString();
    JsonNode before = new ExpandedSchema(name -> read(folder.resolve(name))).of(file);

    // When
    List<String> breaks = SchemaComparison.breaks(before, ExpandedSchema.ofCurrent(file));

    // Then
    assertThat(breaks).as("a breaking change needs a new type, .v2, beside %s", file).isEmpty();
  }

  private static JsonNode read(Path file) {
    try {
      return EventJson.MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
