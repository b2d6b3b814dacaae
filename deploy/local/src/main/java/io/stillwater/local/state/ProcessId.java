package io.stillwater.local.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that is still recognised when the operating system has given its number to another.
 *
 * @param startedAt as the operating system says; null where it does not say
 */
public record ProcessId(long pid, Instant startedAt) {
  private static final Duration CLOCK_STEPS = Duration.ofSeconds(2);

  public static ProcessId of(ProcessHandle process) {
    return new ProcessId(process.pid(), process.info().startInstant().orElse(null));
  }

  /** The process while it lives, empty when it has ended or the number is another's by now. */
  public Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedAtTheSameTime);
  }

  /** Linux derives the instant from the clock of now: it moves a little when that is set. */
  private boolean startedAtTheSameTime(ProcessHandle found) {
    Instant other = of(found).startedAt();
    return startedAt == null
        || other == null
        || Duration.between(startedAt, other).abs().compareTo(CLOCK_STEPS) <= 0;
  }
}
