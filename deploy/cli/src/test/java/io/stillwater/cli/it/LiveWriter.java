package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Appends to a table, with its old columns, until it is closed. */
final class LiveWriter implements AutoCloseable {
  private static final int PAUSE_MILLIS = 300;
  private static final int APPEND_SECONDS = 60;

  private final ScheduledExecutorService appends = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  LiveWriter(LakeTable table) {
    appends.scheduleWithFixedDelay(() -> append(table), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Returns when it has appended once. */
  void awaitAppend() {
    await().atMost(Duration.ofSeconds(APPEND_SECONDS)).until(() -> done.get() > 0);
  }

  /** Returns when its last append is done; none may have failed. */
  @Override
  public void close() {
    appends.shutdown();
    try {
      assertThat(appends.awaitTermination(APPEND_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a writer ends", e);
    }
    assertThat(failure.get()).isNull();
  }

  private void append(LakeTable table) {
    try {
      table.append();
      done.incrementAndGet();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }
}
