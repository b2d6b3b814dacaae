package io.stillwater.local.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ending a process in order, or by force. */
public final class ProcessEnd {
  private ProcessEnd() {}

  /** Asks the process to end (SIGTERM) and kills it when it has not done so in that time. */
  public static void request(ProcessHandle process, Duration grace) {
    process.destroy();
    if (!await(process, grace)) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** Whether the process has ended within that time. */
  public static boolean await(ProcessHandle process, Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
    }
  }
}
