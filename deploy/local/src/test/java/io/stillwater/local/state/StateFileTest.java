package io.stillwater.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.local.state.PartState.Status;
import io.stillwater.local.state.StackState.Phase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  @TempDir Path folder;

  @Test
  void aStackThatNeverRanHasAnEmptyState() {
    // Given
    StateFile file = new StateFile(folder.resolve("state.json"));

    // When
    StackState state = file.read();

    // Then
    assertThat(state).isEqualTo(StackState.empty());
  }

  @Test
  void whatWasWrittenIsReadBack() {
    // Given
    StateFile file = new StateFile(folder.resolve("state.json"));
    StackState written =
        new StackState(
            Phase.RUNNING,
            null,
            new ProcessId(7, Instant.parse("2026-01-01T00:00:00Z")),
            Map.of("kafka", PartState.stopped(20_001).ended("ended with exit code 137")));

    // When
    file.update(before -> written);

    // Then
    assertThat(file.read()).isEqualTo(written);
    assertThat(file.read().part("kafka").status()).isEqualTo(Status.BACKING_OFF);
    assertThat(file.read().part("kafka").restarts()).isEqualTo(1);
  }

  @Test
  void aNumberThatIsAnotherProcessByNowIsNotTakenForTheOld() {
    // Given
    ProcessHandle self = ProcessHandle.current();
    ProcessId before = new ProcessId(self.pid(), Instant.parse("2020-01-01T00:00:00Z"));

    // When
    var alive = before.alive();

    // Then
    assertThat(alive).isEmpty();
    assertThat(ProcessId.of(self).alive()).contains(self);
  }
}
