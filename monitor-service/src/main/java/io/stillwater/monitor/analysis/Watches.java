package io.stillwater.monitor.analysis;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Analysis;
import io.stillwater.monitor.domain.analysis.DeploymentWatch;
import io.stillwater.monitor.domain.history.DeploymentView;
import io.stillwater.monitor.domain.history.Recorded;
import io.stillwater.monitor.persistence.WatchRepository;
import io.stillwater.monitor.persistence.WatchRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Opens, follows and closes the watch of a release as its history goes on. */
@ApplicationScoped
public class Watches {
  /** Paused in the middle, a release is still felt by readers and writers. */
  private static final Set<DeploymentState> FELT =
      EnumSet.range(DeploymentState.EXPANDING, DeploymentState.SOAKING);

  static {
    FELT.add(DeploymentState.PAUSED);
  }

  private final WatchRepository watches;
  private final WatchOpening opening;
  private final Findings findings;

  public Watches(WatchRepository watches, WatchOpening opening, Findings findings) {
    this.watches = watches;
    this.opening = opening;
    this.findings = findings;
  }

  /** In the transaction of the event that the history has just taken in. */
  void follow(@Observes Recorded recorded) {
    DeploymentView after = recorded.after();
    if (isWatched(after) && recorded.before().filter(before -> isSame(before, after)).isEmpty()) {
      watches.lockForOpening();
      WatchRow row = row(after);
      boolean active = FELT.contains(DeploymentState.valueOf(after.state()));
      row.follows(active, after.finishedAt(), after.soakUntil());
    }
  }

  private static boolean isWatched(DeploymentView view) {
    Analysis rules = view.analysis().rules();
    return view.effectAt() != null && rules != null && !rules.metrics().isEmpty();
  }

  private static boolean isSame(DeploymentView before, DeploymentView after) {
    return Objects.equals(before.state(), after.state())
        && Objects.equals(before.soakUntil(), after.soakUntil())
        && Objects.equals(before.effectAt(), after.effectAt())
        && Objects.equals(before.analysis().rules(), after.analysis().rules());
  }

  /** Opened anew when an event that came late moves the first effect. */
  private WatchRow row(DeploymentView view) {
    Optional<WatchRow> known = watches.held(view.deploymentId());
    Instant effectAt = view.effectAt();
    Analysis rules = view.analysis().rules();
    if (known.isPresent()) {
      DeploymentWatch watch = known.get().watch();
      if (watch.effectAt().equals(effectAt) && watch.analysis().equals(rules)) {
        return known.get();
      }
    }
    WatchRow row = known.orElseGet(() -> new WatchRow(view.deploymentId(), view.environment()));
    row.counted(opening.open(row.environment(), rules, effectAt), Instant.now());
    watches.persist(row);
    findings.tell(row);
    return row;
  }
}
