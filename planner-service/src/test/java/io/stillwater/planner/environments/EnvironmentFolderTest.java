package io.stillwater.planner.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.planning.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFolderTest {
  private static final String PRODUCTION =
      """
      apiVersion: stillwater/v1
      kind: Environment
      metadata: {name: production}
      spec: {policy: {approval: {LOW: required}}}
      """;

  @TempDir private Path folder;

  @Test
  void everyDocumentOfTheFolderAndItsFoldersIsRead() throws IOException {
    // Given
    write("production.yaml", PRODUCTION);
    write("staging/environment.yml", PRODUCTION.replace("production", "staging"));
    write("README.md", "no environment");

    // When / Then
    assertThat(EnvironmentFolder.read(folder))
        .extracting(Environment::name)
        .containsExactlyInAnyOrder("production", "staging");
  }

  @Test
  void anInvalidFileIsNamedWithThePathOfWhatIsWrong() throws IOException {
    // Given
    write("production.yaml", PRODUCTION.replace("policy", "polcy"));

    // When / Then
    assertThatThrownBy(() -> EnvironmentFolder.read(folder))
        .isInstanceOf(InvalidEnvironmentException.class)
        .hasMessageContaining("production.yaml")
        .hasMessageContaining("spec.polcy")
        .hasMessageContaining("policy");
  }

  @Test
  void twoFilesForOneEnvironmentAreRefused() throws IOException {
    // Given
    write("a.yaml", PRODUCTION);
    write("b.yaml", PRODUCTION);

    // When / Then
    assertThatThrownBy(() -> EnvironmentFolder.read(folder))
        .isInstanceOf(InvalidEnvironmentException.class)
        .hasMessageContaining("production")
        .hasMessageContaining("a.yaml")
        .hasMessageContaining("b.yaml");
  }

  @Test
  void aFolderThatIsNotThereIsNamedWithItsSetting() {
    // Given
    Path missing = folder.resolve("missing");

    // When / Then
    assertThatThrownBy(() -> EnvironmentFolder.read(missing))
        .isInstanceOf(InvalidEnvironmentException.class)
        .hasMessageContaining("stillwater.environments.dir=" + missing);
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
