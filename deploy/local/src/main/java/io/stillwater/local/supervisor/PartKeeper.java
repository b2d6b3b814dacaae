package io.stillwater.local.supervisor;

import io.stillwater.local.process.Part;
import io.stillwater.local.process.RunningPart;
import io.stillwater.local.state.PartState;
import io.stillwater.local.state.ProcessId;
import io.stillwater.local.state.StateFile;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Keeps one part running until it is told to stop. */
final class PartKeeper {
  private static final Duration PROBE_EVERY = Duration.ofMillis(200);

  private final Part part;
  private final StateFile state;
  private final Journal journal;
  private final Backoff backoff = new Backoff();
  private final CompletableFuture<Void> stop = new CompletableFuture<>();
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final Thread thread;

  /** Whether this run has been ready; only the keeper's own thread knows it. */
  private boolean wasReady;

  PartKeeper(Part part, StateFile state, Journal journal) {
    this.part = part;
    this.state = state;
    this.journal = journal;
    this.thread = new Thread(this::keep, part.name());
  }

  void start() {
    thread.start();
  }

  /** Returns when the part was ready once. */
  void awaitReady() {
    firstReady.join();
  }

  /** Lets the part end without a restart; {@link #awaitStopped} waits for it. */
  void stop() {
    stop.complete(null);
    firstReady.cancel(false);
  }

  void awaitStopped() throws InterruptedException {
    thread.join();
  }

  private void keep() {
    while (!stop.isDone()) {
      wasReady = false;
      String end = runOnce();
      if (!stop.isDone()) {
        Duration pause = backoff.afterEnd(wasReady);
        journal.write(
            part.name() + " " + end + "; starting it again in " + pause.toSeconds() + " s");
        record(now -> now.ended(end));
        waitUnlessStopped(pause);
      }
    }
    record(now -> PartState.stopped(now.port()));
  }

  private String runOnce() {
    record(PartState::starting);
    RunningPart running;
    try {
      running = part.start();
    } catch (RuntimeException e) {
      return "could not be started: " + e.getMessage();
    }
    try {
      return live(running);
    } catch (RuntimeException e) {
      journal.write(part.name() + " cannot be watched any more", e);
      running.stop();
      return "could not be watched: " + e.getMessage();
    }
  }

  /** Returns how it ended. */
  private String live(RunningPart running) {
    ProcessId process = ProcessId.of(running.process());
    record(now -> now.started(process));
    journal.write(part.name() + " started as process " + process.pid());
    awaitReady(running, process);
    CompletableFuture.anyOf(running.process().onExit(), stop).join();
    if (stop.isDone()) {
      running.stop();
    }
    return running.end();
  }

  private void awaitReady(RunningPart running, ProcessId process) {
    while (!stop.isDone() && running.process().isAlive()) {
      if (running.ready()) {
        record(now -> now.ready(process));
        journal.write(part.name() + " is ready");
        wasReady = true;
        firstReady.complete(null);
        return;
      }
      waitUnlessStopped(PROBE_EVERY);
    }
  }

  private void waitUnlessStopped(Duration pause) {
    try {
      stop.get(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The keeper of " + part.name() + " was disturbed", e);
    }
  }

  private void record(UnaryOperator<PartState> change) {
    state.update(now -> now.with(part.name(), change));
  }
}
