package io.stillwater.messaging.drain;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import io.stillwater.messaging.outbox.OutboxRelay;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Shuts the messaging down while database and broker are still at hand: no new records, the
 * handlers that run come to their end, and what they wrote goes out.
 */
@ApplicationScoped
public class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class);
  private static final Duration HANDLER_LIMIT = Duration.ofSeconds(20);
  private static final Duration RELAY_LIMIT = Duration.ofSeconds(10);

  /** Before whatever a service itself shuts down. */
  private static final int EARLY = 10;

  private final ChannelRegistry channels;
  private final InFlight inFlight;
  private final OutboxRelay relay;

  Drain(ChannelRegistry channels, InFlight inFlight, OutboxRelay relay) {
    this.channels = channels;
    this.inFlight = inFlight;
    this.relay = relay;
  }

  void onStop(@Observes @Priority(EARLY) ShutdownEvent stop) {
    for (String channel : channels.getIncomingNames()) {
      PausableChannel pausable = channels.getPausable(channel);
      if (pausable != null) {
        pausable.pause();
      }
    }
    if (!inFlight.drain(HANDLER_LIMIT)) {
      LOG.warnf("Handlers still ran after %s; their records come again later", HANDLER_LIMIT);
    }
    relay.stop(RELAY_LIMIT);
  }
}
