package io.stillwater.service.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stillwater.service.SampleServiceTest;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SampleServiceTest
class DispatcherTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject Errands errands;

  private final AtomicInteger attempts = new AtomicInteger();
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private ErrandDispatcher dispatcher;

  /** No bean: each test has a dispatcher of its own. */
  @Vetoed
  static final class ErrandDispatcher extends Dispatcher<Errand> {
    private final Consumer<Lease<Errand>> worker;

    ErrandDispatcher(Errands errands, Settings settings, Consumer<Lease<Errand>> worker) {
      super(errands, settings);
      this.worker = worker;
    }

    @Override
    protected void work(Lease<Errand> lease) {
      worker.accept(lease);
    }
  }

  record Settings(int threads, Duration lease, Duration poll) implements WorkSettings {}

  @BeforeEach
  void noErrands() {
    errands.clear();
  }

  @AfterEach
  void stop() throws InterruptedException {
    mayEnd.countDown();
    dispatcher.stop(new ShutdownEvent());
    dispatcher.stopHeartbeats();
  }

  @Test
  void dueWorkIsFoundWithoutAWakeUp() {
    // Given
    start(new Settings(2, LONG, SHORT), this::run);

    // When
    errands.add(new Errand("baker's", 1));

    // Then
    await().atMost(LIMIT).until(() -> errands.count() == 0);
  }

  @Test
  void aWakeUpDoesNotWaitForThePoll() {
    // Given
    start(new Settings(2, LONG, LONG), this::run);
    errands.add(new Errand("baker's", 1));

    // When
    dispatcher.wake(new WorkDue());

    // Then
    await().atMost(LIMIT).until(() -> errands.count() == 0);
  }

  @Test
  void aLeaseIsRenewedForAsLongAsItsWorkRuns() {
    // Given
    start(new Settings(2, Duration.ofSeconds(2), SHORT), this::runSlowly);
    errands.add(new Errand("baker's", 1));
    await().atMost(LIMIT).until(() -> attempts.get() == 1);

    // When
    String before = errands.leases().get(0);
    await().atMost(LIMIT).until(() -> errands.leases().get(0).compareTo(before) > 0);
    String renewed = errands.leases().get(0);
    await().atMost(LIMIT).until(() -> errands.leases().get(0).compareTo(renewed) > 0);
    mayEnd.countDown();

    // Then
    await().atMost(LIMIT).until(() -> errands.count() == 0);
  }

  @Test
  void workThatFailsIsTriedAgain() {
    // Given
    start(
        new Settings(1, LONG, SHORT),
        lease -> {
          if (attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("the baker's is closed");
          }
          forget(lease);
        });

    // When
    errands.add(new Errand("baker's", 1));

    // Then
    await().atMost(LIMIT).until(() -> errands.count() == 0);
    assertThat(attempts).hasValue(2);
  }

  @Test
  void noMoreIsTakenThanThereAreThreads() {
    // Given
    AtomicInteger most = new AtomicInteger();
    AtomicInteger running = new AtomicInteger();
    start(
        new Settings(2, LONG, SHORT),
        lease -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          runSlowly(lease);
          running.decrementAndGet();
        });

    // When
    for (int number = 0; number < 5; number++) {
      errands.add(new Errand("baker's", number));
    }
    await().atMost(LIMIT).until(() -> attempts.get() == 2);
    assertThat(errands.leases()).hasSize(2);
    mayEnd.countDown();

    // Then
    await().atMost(LIMIT).until(() -> errands.count() == 0);
    assertThat(most).hasValue(2);
  }

  @Test
  void aShutdownWaitsForWhatRunsAndTakesNothingNew() {
    // Given
    start(new Settings(2, LONG, SHORT), this::runSlowly);
    errands.add(new Errand("baker's", 1));
    await().atMost(LIMIT).until(() -> attempts.get() == 1);

    // When
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::shutDown);
    await().atMost(LIMIT).until(() -> !dispatcher.alive());
    errands.add(new Errand("baker's", 2));
    mayEnd.countDown();
    stopped.join();

    // Then
    assertThat(attempts).hasValue(1);
    assertThat(errands.count()).isEqualTo(1);
    assertThat(errands.leases()).isEmpty();
  }

  private void start(Settings settings, Consumer<Lease<Errand>> worker) {
    dispatcher = new ErrandDispatcher(errands, settings, worker);
    dispatcher.start(new StartupEvent());
  }

  private void shutDown() {
    try {
      dispatcher.stop(new ShutdownEvent());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Lease<Errand> lease) {
    attempts.incrementAndGet();
    forget(lease);
  }

  private void runSlowly(Lease<Errand> lease) {
    attempts.incrementAndGet();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    forget(lease);
  }

  private void forget(Lease<Errand> lease) {
    QuarkusTransaction.requiringNew().run(() -> errands.forget(lease));
  }
}
