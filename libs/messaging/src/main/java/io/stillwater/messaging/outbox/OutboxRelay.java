package io.stillwater.messaging.outbox;

import io.quarkus.runtime.StartupEvent;
import io.stillwater.messaging.kafka.Producers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs this replica's relay for as long as the service runs. */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private final Relay relay;
  private final Thread thread;

  OutboxRelay(
      OutboxConfig config,
      Producers producers,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    RelayDatabase database = new RelayDatabase(url, user, password);
    this.relay = new Relay(database, config, () -> producers.create("outbox-relay"));
    this.thread = new Thread(relay, "outbox-relay");
    this.thread.setDaemon(true);
  }

  void onStart(@Observes StartupEvent start) {
    thread.start();
  }

  /** Sends what is waiting and stops; what is not sent in time is sent after the next start. */
  public void stop(Duration limit) {
    relay.stop();
    try {
      thread.join(limit.toMillis());
      if (thread.isAlive()) {
        LOG.warnf(
            "The outbox was not empty after %s; the rest is sent after the next start", limit);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
