package io.stillwater.messaging.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Forgets claims of events that cannot come again. */
@ApplicationScoped
class InboxPurge {
  private final Inbox inbox;
  private final InboxConfig config;

  InboxPurge(Inbox inbox, InboxConfig config) {
    this.inbox = inbox;
    this.config = config;
  }

  @Scheduled(every = "1h", delayed = "2m")
  void purge() throws SQLException {
    inbox.purge(config.retention());
  }
}
