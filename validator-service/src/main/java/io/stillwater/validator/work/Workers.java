package io.stillwater.validator.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.stillwater.validator.domain.Lease;
import io.stillwater.validator.domain.LeaseLostException;
import io.stillwater.validator.persistence.Leases;
import io.stillwater.validator.requests.WorkDue;
import io.stillwater.validator.work.Heartbeats.Heartbeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Answers due requests on a few threads; woken by commits, with a schedule as a net. */
@ApplicationScoped
public class Workers {
  private static final Logger LOG = Logger.getLogger(Workers.class);
  private static final int RETRY_SECONDS = 2;
  private static final int DRAIN_SECONDS = 10;

  private final Leases leases;
  private final Heartbeats heartbeats;
  private final RequestWorker worker;
  private final WorkConfig config;
  private final String owner = UUID.randomUUID().toString();
  private final Semaphore free;
  private final ExecutorService pool;

  Workers(Leases leases, Heartbeats heartbeats, RequestWorker worker, WorkConfig config) {
    this.leases = leases;
    this.heartbeats = heartbeats;
    this.worker = worker;
    this.config = config;
    this.free = new Semaphore(config.threads());
    this.pool = Executors.newFixedThreadPool(config.threads());
  }

  void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkDue due) {
    look();
  }

  @Scheduled(
      every = "${stillwater.validator.work.poll:1s}",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void onSchedule() {
    look();
  }

  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("A check still runs at shutdown; another worker takes it over");
    }
  }

  /** Whether new work is taken. */
  public boolean open() {
    return !pool.isShutdown();
  }

  /** Never blocks and reads nothing itself: it runs where a transaction has just committed. */
  private void look() {
    if (open() && free.tryAcquire()) {
      try {
        pool.execute(this::workOff);
      } catch (RejectedExecutionException shutDown) {
        free.release();
      }
    }
  }

  private void workOff() {
    try {
      Optional<Lease> lease = leases.claim(owner, config.lease());
      while (lease.isPresent()) {
        look();
        work(lease.get());
        lease = open() ? leases.claim(owner, config.lease()) : Optional.empty();
      }
    } catch (RuntimeException e) {
      LOG.warnf("Looking for requests failed, tried again in %s: %s", config.poll(), e);
    } finally {
      free.release();
    }
  }

  private void work(Lease lease) {
    Heartbeat beats = heartbeats.keep(lease);
    try {
      worker.work(lease);
    } catch (LeaseLostException e) {
      LOG.warn(e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Answering %s failed, tried again soon", lease.key());
      leases.release(lease, Instant.now().plusSeconds(RETRY_SECONDS));
    } finally {
      beats.stop();
    }
  }
}
