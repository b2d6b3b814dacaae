package io.stillwater.monitor.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.monitor.domain.history.DeploymentView;
import io.stillwater.monitor.domain.history.PhaseView;
import io.stillwater.monitor.domain.history.Progress;
import io.stillwater.monitor.domain.history.Recorded;
import io.stillwater.monitor.domain.history.RollbackCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what the history takes in, once it is committed. */
@ApplicationScoped
public class DeploymentMeters {
  private static final String OUTCOME = "outcome";

  private final MeterRegistry registry;

  public DeploymentMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) Recorded recorded) {
    DeploymentView after = recorded.after();
    String state = String.valueOf(after.state());
    if (recorded.finishedNow()) {
      Timer.builder("stillwater.deployment.duration")
          .description("From the start of a deployment to its end")
          .tag(OUTCOME, state.toLowerCase(Locale.ROOT))
          .register(registry)
          .record(after.duration());
    }
    if (isGoingBack(state) && recorded.before().filter(b -> isGoingBack(b.state())).isEmpty()) {
      registry.counter("stillwater.rollbacks", "cause", RollbackCause.of(after).tag()).increment();
    }
    phases(recorded);
  }

  private void phases(Recorded recorded) {
    Set<Phase> known =
        completed(recorded.before()).stream().map(PhaseView::phase).collect(Collectors.toSet());
    completed(Optional.of(recorded.after())).stream()
        .filter(phase -> !known.contains(phase.phase()))
        .forEach(
            phase ->
                Timer.builder("stillwater.phase.duration")
                    .description("From the start of a phase to its end")
                    .tag("phase", phase.phase().name().toLowerCase(Locale.ROOT))
                    .register(registry)
                    .record(phase.duration()));
  }

  private static Set<PhaseView> completed(Optional<DeploymentView> view) {
    return view.stream()
        .flatMap(each -> each.phases().stream())
        .filter(phase -> phase.state() == Progress.COMPLETED && phase.duration() != null)
        .collect(Collectors.toSet());
  }

  private static boolean isGoingBack(String state) {
    return DeploymentState.ROLLING_BACK.name().equals(state)
        || DeploymentState.ROLLED_BACK.name().equals(state);
  }
}
