package io.stillwater.service.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Renews leases while their work runs. */
final class Heartbeats<K> {
  private static final Logger LOG = Logger.getLogger(Heartbeats.class);
  private static final int BEATS_PER_LEASE = 3;

  /** More than one, so that a renewal that hangs does not hold up those of the other leases. */
  private static final int THREADS = 2;

  private final Leases<K> leases;
  private final Duration duration;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS);

  Heartbeats(Leases<K> leases, Duration duration) {
    this.leases = leases;
    this.duration = duration;
  }

  /** The renewing of one lease. */
  interface Heartbeat {
    void stop();
  }

  Heartbeat keep(Lease<K> lease) {
    long every = duration.toMillis() / BEATS_PER_LEASE;
    Future<?> beats =
        timer.scheduleAtFixedRate(() -> renew(lease), every, every, TimeUnit.MILLISECONDS);
    return () -> beats.cancel(false);
  }

  void stop() {
    timer.shutdownNow();
  }

  private void renew(Lease<K> lease) {
    try {
      leases.renew(lease, duration);
    } catch (RuntimeException e) {
      LOG.warnf("The lease on %s could not be renewed: %s", lease.key(), e);
    }
  }
}
