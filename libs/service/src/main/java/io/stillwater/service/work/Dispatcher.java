package io.stillwater.service.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stillwater.service.work.Heartbeats.Heartbeat;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Leases what is due and hands it to a pool of threads; woken by commits, polling as a net. A
 * service makes a bean of it.
 */
public abstract class Dispatcher<K> {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final int RETRY_SECONDS = 2;
  private static final int DRAIN_SECONDS = 10;

  private final Leases<K> leases;
  private final Heartbeats<K> heartbeats;
  private final WorkSettings settings;
  private final String owner = UUID.randomUUID().toString();
  private final Semaphore signal = new Semaphore(0);
  private final Semaphore capacity;
  private final ExecutorService pool;
  private volatile Thread loop;
  private volatile boolean stopping;

  protected Dispatcher(Leases<K> leases, WorkSettings settings) {
    this.leases = leases;
    this.heartbeats = new Heartbeats<>(leases, settings.lease());
    this.settings = settings;
    this.capacity = new Semaphore(settings.threads());
    this.pool = Executors.newFixedThreadPool(settings.threads());
  }

  /** Works until there is nothing to do now, and releases the lease in its last transaction. */
  protected abstract void work(Lease<K> lease);

  void start(@Observes StartupEvent event) {
    loop = new Thread(this::run, "dispatcher");
    loop.start();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkDue event) {
    signal.release();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    signal.release();
    if (loop != null) {
      loop.join(TimeUnit.SECONDS.toMillis(DRAIN_SECONDS));
    }
    pool.shutdown();
    if (!pool.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("Work still runs at shutdown; another worker takes it over when its lease ends");
    }
  }

  @PreDestroy
  void stopHeartbeats() {
    heartbeats.stop();
  }

  /** Whether due work is looked for. */
  public boolean alive() {
    return loop != null && loop.isAlive() && !stopping;
  }

  private void run() {
    while (!stopping) {
      try {
        capacity.acquire();
        Optional<Lease<K>> lease =
            stopping ? Optional.empty() : leases.claim(owner, settings.lease());
        if (lease.isPresent()) {
          pool.execute(() -> keep(lease.get()));
        } else {
          capacity.release();
          signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
          signal.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        capacity.release();
        LOG.warnf("Looking for due work failed, tried again in %s: %s", settings.poll(), e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(settings.poll().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(Lease<K> lease) {
    Heartbeat beats = heartbeats.keep(lease);
    try {
      work(lease);
    } catch (LeaseLostException e) {
      LOG.warn(e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Work on %s failed, tried again soon", lease.key());
      releaseLater(lease);
    } finally {
      beats.stop();
      capacity.release();
      signal.release();
    }
  }

  private void releaseLater(Lease<K> lease) {
    try {
      leases.release(lease, Instant.now().plusSeconds(RETRY_SECONDS));
    } catch (RuntimeException e) {
      LOG.warnf("The lease on %s could not be given back and runs out: %s", lease.key(), e);
    }
  }
}
