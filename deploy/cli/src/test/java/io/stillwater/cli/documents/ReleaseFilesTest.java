package io.stillwater.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFilesTest {
  private static final String RELEASE =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: %s, version: v1, environment: test}
      spec:
        tables:
          - table: lake.sales.orders
            changes: [{operation: add_column, column: note, type: string}]
      """;

  @TempDir Path folder;

  @Test
  void oneFileWithOneReleaseIsNotAList() throws IOException {
    // Given
    Path file = write("one.yaml", RELEASE.formatted("one"));

    // When
    ReleaseFiles files = ReleaseFiles.read(List.of(file));

    // Then
    assertThat(files.several()).isFalse();
    assertThat(files.releases()).singleElement().matches(source -> source.release().valid());
  }

  @Test
  void documentsOfOneFileKeepTheirOrderAndInvalidOnesTheirPlace() throws IOException {
    // Given
    Path file =
        write(
            "many.yaml",
            RELEASE.formatted("a") + "---\nkind: Release\n---\n" + RELEASE.formatted("b"));

    // When
    ReleaseFiles files = ReleaseFiles.read(List.of(file));

    // Then
    assertThat(files.several()).isTrue();
    assertThat(files.releases())
        .extracting(source -> source.release().valid())
        .containsExactly(true, false, true);
  }

  @Test
  void aFolderIsReadInTheOrderOfItsNamesAndEnvironmentsAreNoReleases() throws IOException {
    // Given
    write("b.yaml", RELEASE.formatted("second"));
    write("a.yml", RELEASE.formatted("first"));
    write(
        "env.yaml",
        "apiVersion: stillwater/v1\nkind: Environment\nmetadata: {name: test}\nspec: {}\n");
    write("notes.txt", "no document");

    // When
    ReleaseFiles files = ReleaseFiles.read(List.of(folder));

    // Then
    assertThat(files.several()).isTrue();
    assertThat(files.releases())
        .extracting(source -> source.document().at("/metadata/name").asText())
        .containsExactly("first", "second");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    // Given
    Path missing = folder.resolve("missing.yaml");

    // When / Then
    assertThatThrownBy(() -> ReleaseFiles.read(List.of(missing)))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("missing.yaml")
        .extracting(e -> ((CliException) e).exitCode())
        .isEqualTo(ExitCodes.REFUSED);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
