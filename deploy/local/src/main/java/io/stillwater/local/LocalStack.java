package io.stillwater.local;

import io.stillwater.local.process.ProcessEnd;
import io.stillwater.local.state.PartState;
import io.stillwater.local.state.ProcessId;
import io.stillwater.local.state.ProcessLock;
import io.stillwater.local.state.StackDirectory;
import io.stillwater.local.state.StackState;
import io.stillwater.local.state.StackState.Phase;
import io.stillwater.local.state.StateFile;
import io.stillwater.local.supervisor.Orphans;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The local stack as the command line sees it: start, find, stop. */
public final class LocalStack {
  private static final Duration UP_LIMIT = Duration.ofMinutes(4);
  private static final Duration DOWN_LIMIT = Duration.ofSeconds(90);
  private static final Duration FIRST_STATE_LIMIT = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 100;

  private final StackDirectory directory;
  private final Installation installation;
  private final Consumer<String> progress;

  /**
   * @param progress told in a few words what is being waited for
   */
  public LocalStack(
      StackDirectory directory, Installation installation, Consumer<String> progress) {
    this.directory = directory;
    this.installation = installation;
    this.progress = progress;
  }

  /**
   * Returns when everything is ready, whether it was started now or ran before.
   *
   * @throws StackException when it does not become ready
   */
  public StackAddresses up() {
    directory.create();
    return ProcessLock.holding(
        directory.commandLock(),
        () -> {
          if (supervisorLives()) {
            awaitFirstState();
            return awaitReady(this::supervisor);
          }
          return awaitReady(startSupervisor()::alive);
        });
  }

  /** Stops everything and leaves the data; false when nothing ran. */
  public boolean down() {
    return Files.exists(directory.stateFile())
        && ProcessLock.holding(directory.commandLock(), this::stopAll);
  }

  /** The addresses of a stack that was started and not stopped; it need not be ready. */
  public Optional<StackAddresses> find() {
    if (Files.notExists(directory.stateFile()) || supervisor().isEmpty()) {
      return Optional.empty();
    }
    StackState now = state().read();
    return now.phase() == Phase.RUNNING ? Optional.of(addresses(now)) : Optional.empty();
  }

  /**
   * The process that keeps the others running.
   *
   * @throws StackException when there is none
   */
  public long supervisorPid() {
    return supervisor()
        .map(ProcessHandle::pid)
        .orElseThrow(() -> new StackException("No stack runs in " + directory.root()));
  }

  private boolean stopAll() {
    awaitFirstState();
    Optional<ProcessHandle> supervisor = supervisor();
    supervisor.ifPresent(process -> ProcessEnd.request(process, DOWN_LIMIT));
    boolean orphans = !Orphans.end(state().read()).isEmpty();
    state().update(LocalStack::allStopped);
    return supervisor.isPresent() || orphans;
  }

  /** A supervisor whose start was interrupted a moment ago may not have written its state yet. */
  private void awaitFirstState() {
    long deadline = System.nanoTime() + FIRST_STATE_LIMIT.toNanos();
    while (supervisor().isEmpty() && supervisorLives() && System.nanoTime() < deadline) {
      pause();
    }
  }

  private StateFile state() {
    return new StateFile(directory.stateFile());
  }

  private StackAddresses addresses(StackState now) {
    return new StackAddressBook(directory, installation).of(now);
  }

  private Optional<ProcessHandle> supervisor() {
    return Optional.ofNullable(state().read().supervisor()).flatMap(ProcessId::alive);
  }

  private boolean supervisorLives() {
    Optional<ProcessLock> lock = ProcessLock.tryAcquire(directory.supervisorLock());
    lock.ifPresent(ProcessLock::close);
    return lock.isEmpty();
  }

  private ProcessId startSupervisor() {
    progress.accept("starting broker, database and services");
    Parts.SERVICES.forEach(installation::serviceJar);
    state().update(now -> new StackState(Phase.STARTING, null, null, now.parts()));
    return new SupervisorStart(directory, installation).run();
  }

  private StackAddresses awaitReady(Supplier<Optional<ProcessHandle>> supervisor) {
    long deadline = System.nanoTime() + UP_LIMIT.toNanos();
    StackReadiness readiness = new StackReadiness(state().read());
    String last = "";
    while (true) {
      StackState now = state().read();
      refuseFailed(now, supervisor.get().isPresent());
      Optional<String> missing = readiness.missing(now);
      if (missing.isEmpty()) {
        return addresses(now);
      }
      if (!missing.get().equals(last)) {
        last = missing.get();
        progress.accept("waiting for " + last);
      }
      if (System.nanoTime() > deadline || readiness.hopeless(now)) {
        throw new StackException("Not ready: %s; see %s".formatted(last, directory.logs()));
      }
      pause();
    }
  }

  private void refuseFailed(StackState now, boolean supervised) {
    if (now.phase() == Phase.FAILED) {
      throw new StackException(
          "The stack did not start: " + now.failure() + "; see " + directory.log("supervisor"));
    }
    if (!supervised) {
      throw new StackException(
          "The supervisor ended while the stack was starting; see " + directory.log("supervisor"));
    }
  }

  private static StackState allStopped(StackState now) {
    StackState stopped = now.in(Phase.STOPPED).supervisedBy(null);
    for (String name : now.parts().keySet()) {
      stopped = stopped.with(name, part -> PartState.stopped(part.port()));
    }
    return stopped;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while waiting for the stack");
    }
  }
}
