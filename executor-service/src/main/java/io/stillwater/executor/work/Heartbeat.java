package io.stillwater.executor.work;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Renews leases while their work runs. */
@ApplicationScoped
public class Heartbeat {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);
  private static final int BEATS_PER_LEASE = 3;

  private final WorkQueue queue;
  private final WorkConfig config;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

  Heartbeat(WorkQueue queue, WorkConfig config) {
    this.queue = queue;
    this.config = config;
  }

  /** The renewing of one lease. */
  interface Beat {
    void stop();
  }

  Beat keep(Lease lease) {
    long every = config.lease().toMillis() / BEATS_PER_LEASE;
    Future<?> beats =
        timer.scheduleAtFixedRate(() -> renew(lease), every, every, TimeUnit.MILLISECONDS);
    return () -> beats.cancel(false);
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }

  private void renew(Lease lease) {
    try {
      queue.renew(lease, config.lease());
    } catch (RuntimeException e) {
      LOG.warnf("The lease on %s %s could not be renewed: %s", lease.kind(), lease.id(), e);
    }
  }
}
