package io.stillwater.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Shows the age of the oldest event that is still to be sent: the one number to alert on. */
@ApplicationScoped
class OutboxAge {
  private static final Logger LOG = Logger.getLogger(OutboxAge.class);

  private final DataSource database;
  private volatile double seconds;

  OutboxAge(DataSource database, MeterRegistry registry) {
    this.database = database;
    Gauge.builder("stillwater.outbox.oldest.age", () -> seconds)
        .baseUnit("seconds")
        .description("Age of the oldest event that was written and not yet sent")
        .register(registry);
  }

  @Scheduled(every = "5s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void measure() {
    try (Connection connection = database.getConnection()) {
      seconds = OutboxTable.oldestAgeSeconds(connection);
    } catch (SQLException e) {
      LOG.warnf("The age of the outbox cannot be measured: %s", e.getMessage());
    }
  }
}
