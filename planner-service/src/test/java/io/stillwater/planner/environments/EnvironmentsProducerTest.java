package io.stillwater.planner.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.events.plan.Risk;
import io.stillwater.planning.environment.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsProducerTest {
  private final EnvironmentsProducer producer = new EnvironmentsProducer();

  @TempDir private Path folder;

  @Test
  void anEnvironmentWithAFileGetsItsRulesAndEveryOtherTheDefaultOnes() throws IOException {
    // Given
    Files.writeString(
        folder.resolve("production.yaml"),
        """
        apiVersion: stillwater/v1
        kind: Environment
        metadata: {name: production}
        spec: {policy: {approval: {LOW: required, HIGH: required}}}
        """);

    // When
    Environments environments = producer.environments(() -> Optional.of(folder));

    // Then
    assertThat(environments.named("production").policy().approval()).contains(Risk.LOW);
    assertThat(environments.named("elsewhere").policy().approval()).doesNotContain(Risk.LOW);
  }

  @Test
  void anInvalidFileStopsTheStart() throws IOException {
    // Given
    Files.writeString(folder.resolve("production.yaml"), "kind: Environmental");

    // When / Then
    assertThatThrownBy(() -> producer.environments(() -> Optional.of(folder)))
        .isInstanceOf(InvalidEnvironmentException.class)
        .hasMessageContaining("production.yaml");
  }

  @Test
  void aCatalogThatLacksWhatItsTypeNeedsStopsTheStart() throws IOException {
    // Given
    Files.writeString(
        folder.resolve("production.yaml"),
        """
        apiVersion: stillwater/v1
        kind: Environment
        metadata: {name: production}
        spec: {catalogs: {events: {type: delta}}}
        """);

    // When / Then
    assertThatThrownBy(() -> producer.environments(() -> Optional.of(folder)))
        .isInstanceOf(InvalidEnvironmentException.class)
        .hasMessageContaining("production.yaml: Catalog events has no warehouse");
  }

  @Test
  void withoutAFolderEveryEnvironmentHasTheDefaultRules() {
    // When
    Environments environments = producer.environments(Optional::empty);

    // Then
    assertThat(environments.named("production").policy().approval()).containsExactly(Risk.HIGH);
  }
}
