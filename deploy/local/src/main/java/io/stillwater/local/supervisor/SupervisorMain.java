package io.stillwater.local.supervisor;

import io.stillwater.local.Installation;
import io.stillwater.local.Parts;
import io.stillwater.local.state.ProcessLock;
import io.stillwater.local.state.StackDirectory;
import io.stillwater.local.state.StackState;
import io.stillwater.local.state.StackState.Phase;
import io.stillwater.local.state.StateFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process behind a local stack: it ends when it is told to (SIGTERM), not with who started it.
 */
public final class SupervisorMain {
  private SupervisorMain() {}

  /**
   * @param args the stack's folder
   */
  public static void main(String[] args) {
    StackDirectory directory = new StackDirectory(Path.of(args[0])).create();
    Journal journal = new Journal(System.out);
    Optional<ProcessLock> lock = ProcessLock.tryAcquire(directory.supervisorLock());
    if (lock.isEmpty()) {
      journal.write("another supervisor has this stack; nothing to do");
      return;
    }
    StateFile state = new StateFile(directory.stateFile());
    try {
      run(directory, state, journal);
    } catch (RuntimeException e) {
      journal.write("the stack cannot be started", e);
      state.update(now -> now.failed(e.getMessage()));
      System.exit(1);
    }
  }

  private static void run(StackDirectory directory, StateFile state, Journal journal) {
    StackState before = state.read();
    Orphans.end(before).forEach(name -> journal.write(name + " had outlived its supervisor"));
    state.update(
        now ->
            new StackState(
                Phase.STARTING, null, now.supervisor(), StackPorts.choose(directory, before)));
    StackParts parts = new StackParts(directory, Installation.find(), state.read());
    Supervisor supervisor =
        new Supervisor(state, journal, parts.foundation(), parts::prepare, parts.services());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, journal), "stop"));
    supervisor.start();
    journal.write("all of " + Parts.ALL + " started");
  }

  private static void stop(Supervisor supervisor, Journal journal) {
    try {
      supervisor.stop();
    } catch (InterruptedException e) {
      journal.write("interrupted while stopping", e);
      Thread.currentThread().interrupt();
    }
  }
}
