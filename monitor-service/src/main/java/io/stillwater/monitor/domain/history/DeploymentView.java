package io.stillwater.monitor.domain.history;

import io.stillwater.events.deployment.DeploymentEvent.Kept;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.release.DocumentError;
import io.stillwater.events.release.ReleaseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is known of one deployment. A function of the set of its events, so that neither their order
 * nor their number of deliveries matters ({@link HistoryFold}).
 *
 * @param state a state of the contract, or {@link #REFUSED} or {@link #REJECTED} for a release that
 *     never became a deployment
 * @param effectAt when the first phase began that readers and writers can notice
 */
public record DeploymentView(
    String deploymentId,
    String planId,
    String requestId,
    ReleaseRef release,
    String environment,
    String state,
    Risk risk,
    Instant startedAt,
    Instant finishedAt,
    Duration duration,
    String reason,
    Instant effectAt,
    Instant soakUntil,
    List<String> tables,
    List<ComponentView> components,
    List<PhaseView> phases,
    List<StepView> steps,
    List<VerdictView> verdicts,
    List<CommandView> commands,
    AnalysisView analysis,
    List<Kept> kept,
    List<DocumentError> errors) {

  /** The plan was refused: nothing was applied. */
  public static final String REFUSED = "REFUSED";

  /** The release document was invalid: nothing was planned. */
  public static final String REJECTED = "REJECTED";

  public boolean finished() {
    return finishedAt != null;
  }

  /** The same, with the duration of what still runs counted up to then. */
  public DeploymentView at(Instant now) {
    return new DeploymentView(
        deploymentId,
        planId,
        requestId,
        release,
        environment,
        state,
        risk,
        startedAt,
        finishedAt,
        new Span(startedAt, finishedAt).duration(now),
        reason,
        effectAt,
        soakUntil,
        tables,
        components,
        phases,
        steps,
        verdicts,
        commands,
        analysis,
        kept,
        errors);
  }
}
