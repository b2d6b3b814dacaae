package io.stillwater.validator.work;

import io.stillwater.validator.domain.Lease;
import io.stillwater.validator.persistence.Leases;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Renews leases while their work runs. */
@ApplicationScoped
public class Heartbeats {
  private static final Logger LOG = Logger.getLogger(Heartbeats.class);
  private static final int BEATS_PER_LEASE = 3;

  private final Leases leases;
  private final WorkConfig config;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  Heartbeats(Leases leases, WorkConfig config) {
    this.leases = leases;
    this.config = config;
  }

  /** The renewing of one lease. */
  interface Heartbeat {
    void stop();
  }

  Heartbeat keep(Lease lease) {
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
      leases.renew(lease, config.lease());
    } catch (RuntimeException e) {
      LOG.warnf("The lease on %s could not be renewed: %s", lease.key(), e);
    }
  }
}
