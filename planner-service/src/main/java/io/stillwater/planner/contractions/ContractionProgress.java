package io.stillwater.planner.contractions;

import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.planner.persistence.ContractionRow;
import io.stillwater.planner.persistence.ContractionRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Follows the releases that contractions have become. */
@ApplicationScoped
public class ContractionProgress {
  /** A drop that a person took back is not tried again at once. */
  private static final Duration AFTER_ROLLBACK = Duration.ofDays(7);

  private final ContractionRows rows;

  ContractionProgress(ContractionRows rows) {
    this.rows = rows;
  }

  /** Whether the deployment carries out a contraction, rather than a release that someone wrote. */
  public boolean isContraction(String deploymentId) {
    return rows.contractedBy(deploymentId).isPresent();
  }

  public void changed(DeploymentEvent event) {
    rows.contractedBy(event.deploymentId())
        .ifPresent(row -> row.contracting = event.state().name());
  }

  public void refused(String deploymentId, String reason) {
    rows.contractedBy(deploymentId).ifPresent(row -> hold(row, "refused: " + reason));
  }

  public void rolledBack(DeploymentEvent event) {
    Optional<ContractionRow> found = rows.contractedBy(event.deploymentId());
    found.ifPresent(
        row -> {
          row.notBefore = event.at().plus(AFTER_ROLLBACK);
          String why = event.reason() == null ? "" : ": " + event.reason();
          hold(row, event.deploymentId() + " dropped it and was rolled back" + why);
        });
  }

  private static void hold(ContractionRow row, String reason) {
    row.state = ContractionState.HELD.name();
    row.reason = reason;
    row.contractedBy = null;
    row.contracting = null;
  }
}
