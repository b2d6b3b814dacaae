package io.stillwater.validator.work;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckRunner;
import io.stillwater.checks.CheckSpec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes checks for as long as their results are of use. A read that hangs is left behind. */
@ApplicationScoped
public class TimedChecks {
  private final CheckRunner runner;
  private final Clock clock;
  private final ExecutorService reads = Executors.newCachedThreadPool(TimedChecks::daemon);

  TimedChecks(CheckRunner runner, Clock clock) {
    this.runner = runner;
    this.clock = clock;
  }

  List<CheckResult> run(List<CheckSpec> specs, CheckContext context, Instant deadline) {
    Instant start = clock.instant();
    Duration left = Duration.between(start, deadline);
    if (left.isNegative() || left.isZero()) {
      return late(specs, deadline, Duration.ZERO);
    }
    Future<List<CheckResult>> read = reads.submit(() -> runner.run(specs, context));
    try {
      return read.get(left.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      read.cancel(true);
      return late(specs, deadline, left);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A check failed in a way it must not: " + e, e.getCause());
    } catch (InterruptedException e) {
      read.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during a check", e);
    }
  }

  @PreDestroy
  void stop() {
    reads.shutdownNow();
  }

  private static List<CheckResult> late(List<CheckSpec> specs, Instant deadline, Duration took) {
    String detail = "It could not be read until the deadline at " + deadline;
    return specs.stream().map(spec -> CheckResult.unknown(spec, detail, took)).toList();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "check");
    thread.setDaemon(true);
    return thread;
  }
}
