package io.stillwater.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stillwater.local.process.Part;
import io.stillwater.local.process.RunningPart;
import io.stillwater.local.state.PartState;
import io.stillwater.local.state.PartState.Status;
import io.stillwater.local.state.StackState;
import io.stillwater.local.state.StackState.Phase;
import io.stillwater.local.state.StateFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartKeeperTest {
  private static final String NAME = "monitor";

  @TempDir Path folder;

  @Test
  void aPartWhoseEndCannotBeReadIsStartedAgain() throws InterruptedException {
    // Given
    StateFile state = new StateFile(folder.resolve("state.json"));
    state.update(
        now -> new StackState(Phase.RUNNING, null, null, Map.of(NAME, PartState.stopped(20_001))));
    Unreadable part = new Unreadable();
    PartKeeper keeper =
        new PartKeeper(part, state, new Journal(new PrintStream(OutputStream.nullOutputStream())));

    // When
    keeper.start();
    try {
      // Then
      await().until(() -> part.starts.get() >= 2);
      assertThat(state.read().part(NAME).restarts()).isPositive();
    } finally {
      keeper.stop();
      keeper.awaitStopped();
    }
    assertThat(state.read().part(NAME).status()).isEqualTo(Status.STOPPED);
  }

  /** Ends by itself at once, and says nothing of how. */
  private static final class Unreadable implements Part {
    private final AtomicInteger starts = new AtomicInteger();

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public RunningPart start() {
      starts.incrementAndGet();
      try {
        return new Run(new ProcessBuilder("true").start().toHandle());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private record Run(ProcessHandle process) implements RunningPart {
    @Override
    public boolean ready() {
      return false;
    }

    @Override
    public String end() {
      throw new IllegalThreadStateException("process hasn't exited");
    }

    @Override
    public void stop() {
      process.onExit().join();
    }
  }
}
