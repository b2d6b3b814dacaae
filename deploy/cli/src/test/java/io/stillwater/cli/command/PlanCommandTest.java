package io.stillwater.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.CommandLineRun;
import io.stillwater.cli.ExitCodes;
import io.stillwater.events.EventJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planning from files alone, good ones and bad ones. */
class PlanCommandTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final String REFERENCE = EXAMPLES.resolve("reference.yaml").toString();
  private static final String TABLES = EXAMPLES.resolve("tables.json").toString();

  private static final String RELEASE =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: %s, version: v1, environment: %s}
      spec:
        tables:
          - table: lake.sales.orders
            changes: [{operation: add_column, column: note, type: string}]
      """;

  @TempDir Path folder;

  @Test
  void oneReleaseIsOneDocument() throws IOException {
    // When
    CommandLineRun run = plan(REFERENCE);

    // Then
    JsonNode plan = json(run);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
    assertThat(plan.path("status").asText()).isEqualTo("PLANNED");
    assertThat(plan.at("/summary/unsafeChanges").asInt()).isEqualTo(1);
  }

  @Test
  void badReleasesOfAFolderKeepTheirPlaceAndStopNoOther() throws IOException {
    // Given
    write("a.yaml", RELEASE.formatted("first", "test"));
    write("b.yaml", "kind: Release\nmetadata: {name: x, name: y}\n");
    Files.write(folder.resolve("c.yaml"), "größe: 1".getBytes(StandardCharsets.ISO_8859_1));
    write("d.yaml", "a: ".repeat(2_000_000));
    write("e.yaml", RELEASE.formatted("fifth", "test") + "---\n[broken\n");
    write("f.yaml", "---\n" + RELEASE.formatted("last", "test") + "---\n");
    write("tables.json", Files.readString(Path.of(TABLES)));

    // When
    CommandLineRun run = plan(folder.toString());

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUSED);
    assertThat(run.err()).isEmpty();
    assertThat(json(run).findValuesAsText("status"))
        .containsExactly(
            "PLANNED", "INVALID", "INVALID", "INVALID", "PLANNED", "INVALID", "PLANNED");
    assertThat(json(run).at("/1/errors/0/path").asText()).isEqualTo("metadata.name");
    assertThat(json(run).at("/2/errors/0/message").asText()).contains("not UTF-8");
    assertThat(json(run).at("/3/errors/0/message").asText()).contains("larger than 5 MB");
    assertThat(json(run).at("/5/origin").asText()).endsWith("e.yaml document 2");
  }

  @Test
  void aFileThatIsMissingAmongSeveralIsOneOfTheResults() throws IOException {
    // When
    CommandLineRun run = plan(REFERENCE, folder.resolve("missing.yaml").toString());

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUSED);
    assertThat(json(run).at("/0/status").asText()).isEqualTo("PLANNED");
    assertThat(json(run).at("/1/errors/0/message").asText()).contains("there is no such file");
  }

  @Test
  void aReleaseIsReadFromStandardInput() throws IOException {
    // Given
    InputStream before = System.in;
    byte[] text = RELEASE.formatted("piped", "test").getBytes(StandardCharsets.UTF_8);
    System.setIn(new ByteArrayInputStream(text));

    // When
    CommandLineRun run;
    try {
      run = plan("-");
    } finally {
      System.setIn(before);
    }

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
    assertThat(json(run).at("/release/name").asText()).isEqualTo("piped");
  }

  @Test
  void nothingOnStandardInputIsOneLine() {
    // Given
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(new byte[0]));

    // When
    CommandLineRun run;
    try {
      run = plan("-");
    } finally {
      System.setIn(before);
    }

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains("standard input holds no release");
  }

  @Test
  void aFolderWithoutReleasesIsOneLine() throws IOException {
    // Given
    write("notes.txt", "no document");

    // When
    CommandLineRun run = plan(folder.toString());

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUSED);
    assertThat(run.err()).hasLineCount(1).contains("holds no release");
  }

  @Test
  void anInvalidEnvironmentStopsItsOwnReleasesAlone() throws IOException {
    // Given
    write("a.yaml", RELEASE.formatted("one", "staging"));
    write("b.yaml", RELEASE.formatted("two", "test"));
    write(
        "env.yaml",
        "apiVersion: stillwater/v1\nkind: Environment\nmetadata: {name: staging}\nspec: {polcy: {}}\n");

    // When
    CommandLineRun run = plan(folder.toString());
    CommandLineRun lint = CommandLineRun.of("lint", "-f", folder.toString());

    // Then
    assertThat(json(run).findValuesAsText("status")).containsExactly("INVALID", "PLANNED");
    assertThat(json(run).at("/0/errors/0/path").asText()).isEqualTo("metadata.environment");
    assertThat(json(run).at("/0/errors/0/message").asText()).contains("env.yaml", "spec.polcy");
    assertThat(lint.exitCode()).isEqualTo(ExitCodes.REFUSED);
    assertThat(lint.out()).contains("env.yaml: spec.polcy: ");
  }

  @Test
  void aSnapshotOfAnotherLakeIsARefusalThatSaysSo() throws IOException {
    // Given
    Path other =
        write(
            "other.json",
            Files.readString(Path.of(TABLES))
                .replace("\"lake.", "\"warehouse.")
                .replace("orders", "order"));

    // When
    CommandLineRun run = CommandLineRun.of("plan", "-f", REFERENCE, "--tables", other.toString());

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUSED);
    assertThat(run.out())
        .contains("SW101 there is no table lake.sales.orders")
        .contains("none of the tables that were read is in catalog lake");
  }

  @Test
  void aMistypedTableIsAnsweredWithTheNearest() throws IOException {
    // Given
    Path release = write("r.yaml", RELEASE.replace("orders", "order").formatted("x", "test"));

    // When
    CommandLineRun run = CommandLineRun.of("plan", "-f", release.toString(), "--tables", TABLES);

    // Then
    assertThat(run.out()).contains("did you mean lake.sales.orders?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1]", "{\"kind\": \"Release\"}", "a: b\n---\nc: d", "\u0000"})
  void aSnapshotThatIsNoneIsOneLine(String text) throws IOException {
    // Given
    Path broken = write("broken.json", text);

    // When
    CommandLineRun run = CommandLineRun.of("plan", "-f", REFERENCE, "--tables", broken.toString());

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains("broken.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "environment"})
  void aSchemaIsPrintedAsOneJsonDocument(String document) throws IOException {
    // When
    CommandLineRun run = CommandLineRun.of("schema", document);

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
    assertThat(json(run).path("title").asText()).isEqualToIgnoringCase(document);
  }

  @Test
  void aSchemaThatIsNotThereIsOneLine() {
    assertThat(CommandLineRun.of("schema", "plan").exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  private static CommandLineRun plan(String... files) {
    String[] args = new String[files.length + 6];
    System.arraycopy(new String[] {"plan", "--tables", TABLES, "-o", "json", "-f"}, 0, args, 0, 6);
    System.arraycopy(files, 0, args, 6, files.length);
    return CommandLineRun.of(args);
  }

  private static JsonNode json(CommandLineRun run) throws IOException {
    return EventJson.MAPPER.readTree(run.out());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
