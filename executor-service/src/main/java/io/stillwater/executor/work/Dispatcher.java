package io.stillwater.executor.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Leases what is due and hands it to a pool of threads; woken by commits, polling as a net. */
@ApplicationScoped
public class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final int RETRY_SECONDS = 2;
  private static final int DRAIN_SECONDS = 10;

  private final WorkQueue queue;
  private final Heartbeat heartbeat;
  private final WorkConfig config;
  private final Map<WorkKind, Worker> workers = new EnumMap<>(WorkKind.class);
  private final String owner = UUID.randomUUID().toString();
  private final Semaphore signal = new Semaphore(0);
  private final Semaphore capacity;
  private final ExecutorService pool;
  private final Thread loop = new Thread(this::run, "dispatcher");
  private volatile boolean stopping;

  Dispatcher(WorkQueue queue, Heartbeat heartbeat, WorkConfig config, Instance<Worker> all) {
    this.queue = queue;
    this.heartbeat = heartbeat;
    this.config = config;
    this.capacity = new Semaphore(config.threads());
    this.pool = Executors.newFixedThreadPool(config.threads());
    all.forEach(worker -> workers.put(worker.kind(), worker));
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkDue event) {
    signal.release();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    signal.release();
    loop.join(TimeUnit.SECONDS.toMillis(DRAIN_SECONDS));
    pool.shutdown();
    if (!pool.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("A step still runs at shutdown; another worker takes it over when its lease ends");
    }
  }

  /** Whether due work is looked for. */
  public boolean alive() {
    return loop.isAlive() && !stopping;
  }

  private void run() {
    while (!stopping) {
      try {
        capacity.acquire();
        Optional<Lease> lease = stopping ? Optional.empty() : queue.claim(owner, config.lease());
        if (lease.isPresent()) {
          pool.execute(() -> work(lease.get()));
        } else {
          capacity.release();
          signal.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
          signal.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        capacity.release();
        LOG.warnf("Looking for due work failed, tried again in %s: %s", config.poll(), e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(config.poll().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Lease lease) {
    Heartbeat.Beat beat = heartbeat.keep(lease);
    try {
      workers.get(lease.kind()).work(lease);
    } catch (LeaseLostException e) {
      LOG.warn(e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Work on %s %s failed, tried again soon", lease.kind(), lease.id());
      releaseLater(lease);
    } finally {
      beat.stop();
      capacity.release();
      signal.release();
    }
  }

  private void releaseLater(Lease lease) {
    try {
      queue.release(lease, Instant.now().plusSeconds(RETRY_SECONDS));
    } catch (RuntimeException e) {
      LOG.warnf(
          "The lease on %s %s could not be given back and runs out: %s",
          lease.kind(), lease.id(), e);
    }
  }
}
