package io.stillwater.local;

import io.stillwater.local.process.Listener;
import io.stillwater.local.process.ProcessEnd;
import io.stillwater.local.process.Readiness;
import io.stillwater.local.state.PartState;
import io.stillwater.local.state.PartState.Status;
import io.stillwater.local.state.ProcessId;
import io.stillwater.local.state.ProcessLock;
import io.stillwater.local.state.StackDirectory;
import io.stillwater.local.state.StackState;
import io.stillwater.local.state.StackState.Phase;
import io.stillwater.local.state.StateFile;
import io.stillwater.local.supervisor.Orphans;
import io.stillwater.local.supervisor.StackParts;
import io.stillwater.testing.PostgresServer;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The local stack as the command line sees it: start, find, stop. */
public final class LocalStack {
  private static final Duration UP_LIMIT = Duration.ofMinutes(4);
  private static final Duration DOWN_LIMIT = Duration.ofSeconds(90);
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
          if (!supervisorLives()) {
            startSupervisor();
          }
          return awaitReady();
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
    Optional<ProcessHandle> supervisor = supervisor();
    supervisor.ifPresent(process -> ProcessEnd.request(process, DOWN_LIMIT));
    boolean orphans = !Orphans.end(state().read()).isEmpty();
    state().update(LocalStack::allStopped);
    return supervisor.isPresent() || orphans;
  }

  private StateFile state() {
    return new StateFile(directory.stateFile());
  }

  private Optional<ProcessHandle> supervisor() {
    return Optional.ofNullable(state().read().supervisor()).flatMap(ProcessId::alive);
  }

  private boolean supervisorLives() {
    Optional<ProcessLock> lock = ProcessLock.tryAcquire(directory.supervisorLock());
    lock.ifPresent(ProcessLock::close);
    return lock.isEmpty();
  }

  private void startSupervisor() {
    progress.accept("starting broker, database and services");
    Parts.SERVICES.forEach(installation::serviceJar);
    state().update(now -> new StackState(Phase.STARTING, null, null, now.parts()));
    ProcessId supervisor = new SupervisorStart(directory, installation).run();
    state().update(now -> now.supervisor() == null ? now.supervisedBy(supervisor) : now);
  }

  private StackAddresses awaitReady() {
    long deadline = System.nanoTime() + UP_LIMIT.toNanos();
    String last = "";
    while (true) {
      StackState now = state().read();
      if (now.phase() == Phase.FAILED) {
        throw new StackException(
            "The stack did not start: " + now.failure() + "; see " + directory.log("supervisor"));
      }
      if (supervisor().isEmpty()) {
        throw new StackException(
            "The supervisor ended while the stack was starting; see "
                + directory.log("supervisor"));
      }
      Optional<String> missing = missing(now);
      if (missing.isEmpty()) {
        return addresses(now);
      }
      if (!missing.get().equals(last)) {
        last = missing.get();
        progress.accept("waiting for " + last);
      }
      if (System.nanoTime() > deadline) {
        throw new StackException(
            last + " not ready after " + UP_LIMIT.toMinutes() + " min; see " + directory.logs());
      }
      pause();
    }
  }

  /** What is not ready yet, in words; empty when everything is. */
  private Optional<String> missing(StackState now) {
    if (now.phase() != Phase.RUNNING) {
      return Optional.of("broker and database" + trouble(now));
    }
    List<String> missing =
        Parts.ALL.stream().filter(name -> !isReady(name, now.part(name))).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", missing) + trouble(now));
  }

  private static boolean isReady(String name, PartState part) {
    return part.status() == Status.READY
        && part.process().alive().isPresent()
        && (Parts.SERVICES.contains(name)
            ? Readiness.of(url(part)).isUp()
            : Listener.accepts(part.port()));
  }

  private static String trouble(StackState now) {
    return now.parts().entrySet().stream()
        .filter(part -> part.getValue().restarts() > 1)
        .map(
            part ->
                " (%s was started %d times; it %s)"
                    .formatted(
                        part.getKey(), part.getValue().restarts(), part.getValue().lastEnd()))
        .collect(Collectors.joining());
  }

  private StackAddresses addresses(StackState now) {
    StackParts parts = new StackParts(directory, installation, now);
    Map<String, StackAddresses.Service> services = new LinkedHashMap<>();
    for (String name : Parts.SERVICES) {
      services.put(
          name, new StackAddresses.Service(url(now.part(name)).toString(), pid(now.part(name))));
    }
    return new StackAddresses(
        new StackAddresses.Kafka(parts.bootstrapServers(), pid(now.part(Parts.KAFKA))),
        new StackAddresses.Database(
            parts.jdbcUrl("postgres"),
            PostgresServer.USER,
            PostgresServer.PASSWORD,
            pid(now.part(Parts.POSTGRES))),
        services,
        parts.lake());
  }

  private static URI url(PartState part) {
    return URI.create("http://localhost:" + part.port());
  }

  /** 0 while the part is on its way back. */
  private static long pid(PartState part) {
    return part.process() == null ? 0 : part.process().pid();
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
      throw new StackException("Interrupted while the stack was starting");
    }
  }
}
